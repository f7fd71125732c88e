#include "base/files/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>

#include "base/files/clean_path.h"
#include "base/files/file_kind.h"
#include "base/files/kept_attributes.h"
#include "base/files/temporary_file.h"
#include "base/files/write_all.h"

namespace harden {
namespace {

// /dev/stdout and its like lead to whatever is open there, which is not ours
// to replace.
bool is_open_file(const std::string& path) {
  const std::string clean = clean_path(path);
  return clean.starts_with("/dev/") || clean.starts_with("/proc/");
}

// What exists at the path; nullopt for nothing.
std::optional<struct stat> found_at(const std::string& path) {
  struct stat status = {};
  if (stat(path.c_str(), &status) == 0) return status;
  if (errno != ENOENT) fail_to_write(path, errno);
  return std::nullopt;
}

Descriptor open_through(const std::string& path) {
  Descriptor file(open(
      path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0666));
  if (!file.is_open()) fail_to_write(path, errno);
  return file;
}

// The regular file that is there is replaced, by way of links.
std::string replaced_file(const std::string& path) {
  // Renaming needs no right to the file itself; a read-only file is meant.
  if (access(path.c_str(), W_OK) != 0) fail_to_write(path, errno);
  std::string target = resolved(path);
  if (target.empty()) fail_to_write(path, errno);
  return target;
}

}  // namespace

AtomicFile::AtomicFile(const std::string& path) : path_(path) {
  if (path.empty()) throw OutputError("output", "the name is empty");
  const auto existing = found_at(path);
  if (existing ? !S_ISREG(existing->st_mode) || is_open_file(path)
               : exists(path)) {
    open_ = open_through(path);
    return;
  }
  if (!existing) {
    if (path.back() == '/') fail_to_write(path, EISDIR);
    file_ = std::make_unique<TemporaryFile>(path, 0666);
    return;
  }
  const std::string target = replaced_file(path);
  file_ = std::make_unique<TemporaryFile>(target, 0600);
  losses_ = keep_attributes(target, *existing, file_->descriptor());
}

AtomicFile::~AtomicFile() = default;

void AtomicFile::write(std::string_view bytes) {
  const int file = file_ ? file_->descriptor() : open_.get();
  if (!write_all(file, bytes)) fail_to_write(path_, errno);
}

void AtomicFile::keep() {
  if (file_) return file_->take_final_name();
  if (!open_.close()) fail_to_write(path_, errno);
}

std::string write_file(const std::string& path, std::string_view bytes) {
  AtomicFile file(path);
  file.write(bytes);
  file.keep();
  return file.losses();
}

void write_new_file(const std::string& path, std::string_view bytes,
                    std::uint32_t mode) {
  TemporaryFile file(path, 0600);
  if (!write_all(file.descriptor(), bytes)) fail_to_write(path, errno);
  if (fchmod(file.descriptor(), mode & 0777U) != 0) fail_to_write(path, errno);
  file.take_final_name();
}

}  // namespace harden
