#include "bundle_manifest.h"

#include <gtest/gtest.h>

#include "base/files/sha256.h"
#include "base/libraries/json.h"

namespace harden::golden {
namespace {

namespace fs = std::filesystem;
constexpr const char* manifest_name = ".harden-bundle.json";

void check_manifest(const fs::path& manifest) {
  const fs::path folder = manifest.parent_path();
  const auto root = nlohmann::json::parse(slurp(manifest));
  EXPECT_FALSE(root.contains("replaced")) << manifest;
  EXPECT_FALSE(root.at("files").empty()) << manifest;
  for (const auto& [name, hash] : root.at("files").items()) {
    EXPECT_EQ(hash, sha256_hex(slurp(folder / name))) << folder / name;
  }
}

}  // namespace

void check_manifests(const fs::path& folder, WrittenFiles& written) {
  std::erase_if(written, [&](const auto& it) {
    if (fs::path(it.first).filename() != manifest_name) return false;
    check_manifest(folder / it.first);
    return true;
  });
}

}  // namespace harden::golden
