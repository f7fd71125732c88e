#include "cli/output/bundle_manifest.h"

#include <algorithm>

#include "base/files/atomic_file.h"
#include "base/libraries/json.h"

namespace harden::cli {
namespace {

[[noreturn]] void refuse_manifest(const std::string& path) {
  throw OutputError(path,
                    "is not as harden wrote it, so nothing is written; restore "
                    "it, or move its folder away");
}

bool is_hash(std::string_view text) {
  return text.size() == 64 &&
         text.find_first_not_of("0123456789abcdef") == text.npos;
}

// A file directly in the folder, and not the manifest itself.
bool is_file_name(std::string_view name) {
  return !name.empty() && name != "." && name != ".." &&
         name != bundle_manifest_name &&
         name.find_first_of(std::string_view("/\0", 2)) == name.npos;
}

bool add_hashes(const nlohmann::json& root, const char* key,
                FileHashes& hashes) {
  const auto found = root.find(key);
  if (found == root.end()) return true;
  if (!found->is_object()) return false;
  for (const auto& [name, hash] : found->items()) {
    if (!hash.is_string() || !is_file_name(name)) return false;
    hashes[name] = hash.get<std::string>();
  }
  return std::ranges::all_of(hashes,
                             [](const auto& it) { return is_hash(it.second); });
}

bool has_hash(const FileHashes& hashes, const std::string& name,
              std::string_view hash) {
  const auto found = hashes.find(name);
  return found != hashes.end() && found->second == hash;
}

}  // namespace

bool BundleManifest::knows(const std::string& name,
                           std::string_view hash) const {
  return has_hash(files, name, hash) || has_hash(replaced, name, hash);
}

BundleManifest read_manifest(const std::string& path, std::string_view text) {
  const auto root = nlohmann::json::parse(text, nullptr, false);
  if (!root.is_object() || !root.contains("harden") ||
      !root["harden"].is_string() || !root.contains("files")) {
    refuse_manifest(path);
  }
  BundleManifest manifest;
  manifest.version = root["harden"].get<std::string>();
  if (!add_hashes(root, "files", manifest.files) ||
      !add_hashes(root, "replaced", manifest.replaced)) {
    refuse_manifest(path);
  }
  return manifest;
}

std::string manifest_text(const BundleManifest& manifest) {
  nlohmann::ordered_json root = {
      {"about", "SHA-256 of what harden wrote here; it replaces no other file"},
      {"harden", manifest.version},
      {"files", manifest.files}};
  if (!manifest.replaced.empty()) root["replaced"] = manifest.replaced;
  return root.dump(2) + "\n";
}

}  // namespace harden::cli
