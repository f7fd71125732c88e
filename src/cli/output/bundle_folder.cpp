#include "cli/output/bundle_folder.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>

#include "base/files/atomic_file.h"
#include "base/files/clean_path.h"
#include "base/files/read_input.h"
#include "base/files/sha256.h"
#include "base/quote/visible_text.h"
#include "cli/options/version.h"

namespace harden::cli {
namespace {

// harden writes nothing as large; what is larger was changed.
constexpr std::size_t largest_file = std::size_t{64} << 20;

// What lies at a path; a link is a file of the user's, wherever it leads.
struct PresentFile {
  bool exists = false;
  bool may_run = false;
  std::optional<std::string> text;  // nullopt: not a file that can be read
};

PresentFile file_at(const std::string& path) {
  struct stat status = {};
  if (lstat(path.c_str(), &status) != 0) return {};
  PresentFile found{true, (status.st_mode & S_IXUSR) != 0, std::nullopt};
  if (S_ISREG(status.st_mode)) {
    found.text = read_small_file(path, largest_file);
  }
  return found;
}

std::string hash_of(const PresentFile& file) {
  return file.text ? sha256_hex(*file.text) : std::string();
}

void require_no_file_at(const std::string& folder) {
  struct stat status = {};
  if (lstat(folder.c_str(), &status) != 0) return;
  if (!std::filesystem::is_directory(folder)) {
    throw OutputError(folder,
                      "is not a folder; name another one with `--bundle`, or "
                      "leave the bundle out with `--no-bundle`");
  }
}

}  // namespace

BundleFolder::BundleFolder(std::string folder,
                           const std::vector<EmittedFile>& files)
    : folder_(std::move(folder)) {
  require_no_file_at(folder_);
  const std::string path = join_path(folder_, bundle_manifest_name);
  const PresentFile manifest = file_at(path);
  if (manifest.exists) {
    manifest_text_ = manifest.text.value_or("");
    before_ = read_manifest(path, manifest_text_);
  }
  after_.version = version;
  for (const EmittedFile& it : files) look_at(it);
  refuse_others();
  look_at_the_rest();
}

void BundleFolder::look_at(const EmittedFile& file) {
  after_.files[file.name] = sha256_hex(file.text);
  const PresentFile found = file_at(join_path(folder_, file.name));
  if (found.exists && found.text == file.text) {
    const bool lacks_run_bit = (file.mode & S_IXUSR) != 0 && !found.may_run;
    if (lacks_run_bit) changed_.push_back(&file);
    return;
  }
  changed_.push_back(&file);
  if (!found.exists) return;
  const std::string hash = hash_of(found);
  if (before_.knows(file.name, hash)) {
    replaced_[file.name] = hash;
  } else {
    auto& in_the_way = before_.files.contains(file.name) ? edited_ : foreign_;
    in_the_way.push_back(join_path(folder_, file.name));
  }
}

void BundleFolder::look_at_the_rest() {
  FileHashes known = before_.replaced;
  known.insert(before_.files.begin(), before_.files.end());
  for (const auto& [name, unused] : known) {
    if (after_.files.contains(name)) continue;
    const PresentFile found = file_at(join_path(folder_, name));
    if (!found.exists) continue;
    const std::string hash = hash_of(found);
    if (before_.knows(name, hash)) {
      left_over_.push_back(name);
      replaced_[name] = hash;
    } else {
      kept_.push_back(name);
    }
  }
}

void BundleFolder::refuse_others() const {
  if (!edited_.empty()) {
    throw OutputError(
        fmt::format("{}", fmt::join(edited_, ", ")),
        "changed since harden wrote it, so nothing is written; move the "
        "changes to harden.toml or `--set` and delete what is in the way, or "
        "name another folder with `--bundle`");
  }
  if (!foreign_.empty()) {
    throw OutputError(
        fmt::format("{}", fmt::join(foreign_, ", ")),
        fmt::format("there already, and not listed in {} as written by harden, "
                    "so nothing is written; move away what is yours, delete "
                    "the rest, or name another folder with `--bundle`",
                    bundle_manifest_name));
  }
}

void BundleFolder::write_manifest(const FileHashes& replaced) const {
  BundleManifest manifest = after_;
  manifest.replaced = replaced;
  write_new_file(join_path(folder_, bundle_manifest_name),
                 manifest_text(manifest), 0644);
}

void BundleFolder::write(WriteLog& log) const {
  const bool is_done = changed_.empty() && left_over_.empty() &&
                       manifest_text_ == manifest_text(after_);
  if (!is_done) {
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    if (error) throw OutputError(folder_, "cannot be made: " + error.message());
    write_manifest(replaced_);
    for (const EmittedFile* it : changed_) {
      write_new_file(join_path(folder_, it->name), it->text, it->mode);
    }
  }
  log.note("wrote", folder_ + "/");
  for (const std::string& it : left_over_) {
    const std::string path = join_path(folder_, it);
    if (unlink(path.c_str()) != 0 && errno != ENOENT) {
      throw OutputError(
          path, std::string("cannot be removed: ") + std::strerror(errno));
    }
    log.remark(fmt::format(
        "removed {}, which is no longer part of the bundle\n", visible(path)));
  }
  for (const std::string& it : kept_) {
    log.remark(
        fmt::format("{} is no longer part of the bundle, and stays because it "
                    "was changed\n",
                    visible(join_path(folder_, it))));
  }
  if (!is_done && !replaced_.empty()) write_manifest({});
}

bool holds_bundle(const std::string& folder) {
  return file_at(join_path(folder, bundle_manifest_name)).exists;
}

}  // namespace harden::cli
