#include "base/files/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <utility>

#include "base/files/clean_path.h"
#include "base/files/write_all.h"

namespace harden::cli {
namespace {

[[noreturn]] void fail(const std::string& path, int error) {
  switch (error) {
    case EISDIR:
      throw OutputError(path, "is a directory; give the name of a file in it");
    case ENOENT:
    case ENOTDIR:
      throw OutputError(path, "the folder " + folder_of(path) +
                                  " does not exist; create it first");
    case EACCES:
    case EPERM:
    case EROFS:
      throw OutputError(path,
                        "may not be written; check the permissions of "
                        "the file and its folder");
    default:
      throw OutputError(
          path, std::string("cannot be written: ") + std::strerror(error));
  }
}

}  // namespace

// A temporary file that goes away unless it has taken its final name.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& final_path)
      : final_path_(final_path),
        path_(join_path(folder_of(final_path),
                        "." + std::string(name_of(final_path)) + ".XXXXXX")),
        descriptor_(mkostemp(path_.data(), O_CLOEXEC)) {
    if (descriptor_ < 0) fail(final_path, errno);
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    close(descriptor_);
    if (!renamed_) unlink(path_.c_str());
  }

  int descriptor() const { return descriptor_; }

  // The data must be on the disk before the name points to it.
  void take_final_name() {
    if (fsync(descriptor_) != 0) fail(final_path_, errno);
    if (rename(path_.c_str(), final_path_.c_str()) != 0) {
      fail(final_path_, errno);
    }
    renamed_ = true;
  }

 private:
  std::string final_path_;
  std::string path_;
  int descriptor_;
  bool renamed_ = false;
};

namespace {

mode_t new_file_mode() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

// The mode and owner of the file that was there.
void set_rights(const TemporaryFile& file, const std::string& path,
                const struct stat* existing) {
  if (existing != nullptr) {
    // Only root may give files away; for others the new file is their own.
    const int given =
        fchown(file.descriptor(), existing->st_uid, existing->st_gid);
    static_cast<void>(given);
  }
  const mode_t mode =
      existing != nullptr ? existing->st_mode & 07777 : new_file_mode();
  if (fchmod(file.descriptor(), mode) != 0) fail(path, errno);
}

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
  if (errno != ENOENT) fail(path, errno);
  return std::nullopt;
}

bool is_dangling(const std::string& path) {
  struct stat link = {};
  return lstat(path.c_str(), &link) == 0;
}

int open_through(const std::string& path) {
  const int descriptor = open(
      path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0666);
  if (descriptor < 0) fail(path, errno);
  return descriptor;
}

// The regular file that is there is replaced, by way of links.
std::string replaced_file(const std::string& path) {
  // Renaming needs no right to the file itself; a read-only file is meant.
  if (access(path.c_str(), W_OK) != 0) fail(path, errno);
  std::string target = resolved(path);
  if (target.empty()) fail(path, errno);
  return target;
}

}  // namespace

AtomicFile::AtomicFile(const std::string& path) : path_(path) {
  if (path.empty()) throw OutputError("output", "the name is empty");
  const auto existing = found_at(path);
  if (existing ? !S_ISREG(existing->st_mode) || is_open_file(path)
               : is_dangling(path)) {
    descriptor_ = open_through(path);
    return;
  }
  if (!existing && path.back() == '/') fail(path, EISDIR);
  file_ =
      std::make_unique<TemporaryFile>(existing ? replaced_file(path) : path);
  descriptor_ = file_->descriptor();
  set_rights(*file_, path, existing ? &*existing : nullptr);
}

AtomicFile::~AtomicFile() {
  if (!file_ && descriptor_ >= 0) close(descriptor_);
}

void AtomicFile::write(std::string_view bytes) {
  if (!write_all(descriptor_, bytes)) fail(path_, errno);
}

void AtomicFile::keep() {
  if (file_) return file_->take_final_name();
  const int descriptor = std::exchange(descriptor_, -1);
  if (close(descriptor) != 0) fail(path_, errno);
}

void write_file(const std::string& path, std::string_view bytes) {
  AtomicFile file(path);
  file.write(bytes);
  file.keep();
}

void write_new_file(const std::string& path, std::string_view bytes,
                    std::uint32_t mode) {
  TemporaryFile file(path);
  if (!write_all(file.descriptor(), bytes)) fail(path, errno);
  if (fchmod(file.descriptor(), mode & 0777U) != 0) fail(path, errno);
  file.take_final_name();
}

bool is_same_file(const std::string& a, const std::string& b) {
  struct stat first = {};
  struct stat second = {};
  if (stat(a.c_str(), &first) != 0 || stat(b.c_str(), &second) != 0) {
    return false;
  }
  return S_ISREG(first.st_mode) && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

}  // namespace harden::cli
