#include "base/files/temporary_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <string_view>

#include "base/files/clean_path.h"
#include "base/files/descriptor.h"
#include "base/files/output_error.h"

namespace harden {
namespace {

// Short, whatever the file is called: names have an end, at 255 bytes or less.
std::string random_name() {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
  std::array<unsigned char, 10> bytes = {};
  if (getentropy(bytes.data(), bytes.size()) != 0) return {};
  std::string name = ".harden-";
  for (const unsigned char it : bytes) name += letters[it % letters.size()];
  return name;
}

// What the rename did is in the folder, which is a file of its own. Some file
// systems cannot do that, and some folders may be written but not read.
void sync_folder(const std::string& final_path) {
  const Descriptor folder(
      open(folder_of(final_path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.is_open() && fsync(folder.get()) != 0 && errno == EIO) {
    fail_to_write(final_path, errno);
  }
}

}  // namespace

TemporaryFile::TemporaryFile(const std::string& final_path, mode_t mode)
    : final_path_(final_path) {
  constexpr int tries = 100;
  for (int i = 0; i < tries && !file_.is_open(); ++i) {
    path_ = join_path(folder_of(final_path), random_name());
    file_ = Descriptor(
        open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (!file_.is_open() && errno != EEXIST) break;
  }
  if (!file_.is_open()) fail_to_write(final_path, errno);
}

TemporaryFile::~TemporaryFile() {
  if (!is_renamed_) unlink(path_.c_str());
}

void TemporaryFile::take_final_name() {
  if (fsync(file_.get()) != 0) fail_to_write(final_path_, errno);
  if (rename(path_.c_str(), final_path_.c_str()) != 0) {
    fail_to_write(final_path_, errno);
  }
  is_renamed_ = true;
  sync_folder(final_path_);
}

TemporaryFolder::TemporaryFolder() {
  const char* const parent = std::getenv("TMPDIR");
  path_ = join_path(parent != nullptr && *parent == '/' ? parent : "/tmp",
                    "harden.XXXXXX");
  if (mkdtemp(path_.data()) == nullptr) fail_to_write(path_, errno);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(std::string_view name,
                                   std::string_view text) const {
  const std::string path = file(name);
  Descriptor out(
      open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (!out.is_open() || !write_all(out.get(), text) || !out.close()) {
    fail_to_write(path, errno);
  }
  return path;
}

}  // namespace harden
