#include "base/files/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files/clean_path.h"
#include "base/files/descriptor.h"
#include "base/files/file_kind.h"
#include "base/files/output_error.h"
#include "base/files/temporary_file.h"

namespace harden {
namespace {

// What a file keeps when another one takes its name and place.

constexpr const char* access_list = "system.posix_acl_access";

// xattr(7): the values, and the list of the names, have 64 KiB at most.
constexpr std::size_t largest_attribute = std::size_t{64} << 10;

bool is_kept(std::string_view name) {
  return name.starts_with("user.") || name == access_list ||
         name == "system.nfs4_acl" || name == "security.selinux" ||
         name == "security.SMACK64";
}

std::string described(std::string_view name) {
  if (name.starts_with("system.")) return "access control list";
  if (name.starts_with("security.")) return "security label";
  return "attribute " + std::string(name);
}

std::vector<std::string> kept_names(const std::string& path) {
  std::string bytes(largest_attribute, '\0');
  const ssize_t size = listxattr(path.c_str(), bytes.data(), bytes.size());
  std::vector<std::string> names;
  if (size <= 0) return names;  // a file system without any
  const std::string_view all(bytes.data(), static_cast<std::size_t>(size));
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\0', begin), all.size());
    const std::string_view name = all.substr(begin, end - begin);
    if (is_kept(name)) names.emplace_back(name);
    begin = end + 1;
  }
  return names;
}

// What getxattr or fgetxattr tells; nullopt where there is none.
template <typename Get>
std::optional<std::string> value_by(const Get& get) {
  std::string bytes(largest_attribute, '\0');
  const ssize_t size = get(bytes.data(), bytes.size());
  if (size < 0) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(size));
  return bytes;
}

std::optional<std::string> value_of(int file, const char* name) {
  return value_by([&](char* to, std::size_t size) {
    return fgetxattr(file, name, to, size);
  });
}

bool copy_attribute(const std::string& path, int file, const char* name) {
  const auto value = value_by([&](char* to, std::size_t size) {
    return getxattr(path.c_str(), name, to, size);
  });
  if (!value) return false;
  // Labels are mostly what a new file gets anyway.
  return value_of(file, name) == value ||
         fsetxattr(file, name, value->data(), value->size(), 0) == 0;
}

// Only root may give files away, others only to groups of their own.
bool keep_owner(const struct stat& before, int file,
                std::vector<std::string>& lost) {
  if (fchown(file, before.st_uid, before.st_gid) == 0) return true;
  struct stat now = {};
  if (fchown(file, static_cast<uid_t>(-1), before.st_gid) != 0) {
    lost.emplace_back("group");
  }
  if (fstat(file, &now) != 0 || now.st_uid != before.st_uid) {
    lost.emplace_back("owner");
  }
  return false;
}

void keep_mode(const std::string& path, const struct stat& before, int file,
               bool has_owner) {
  // "set user ID" is of that owner only.
  const mode_t mode = before.st_mode & (has_owner ? 07777U : 0777U);
  if (fchmod(file, mode) != 0) fail_to_write(path, errno);
}

void keep_extended(const std::string& path, int file,
                   std::vector<std::string>& lost) {
  bool has_list = false;
  for (const std::string& it : kept_names(path)) {
    has_list = has_list || it == access_list;
    if (!copy_attribute(path, file, it.c_str())) lost.push_back(described(it));
  }
  // A folder may give new files a list, which would let others in.
  if (!has_list && value_of(file, access_list) &&
      fremovexattr(file, access_list) != 0) {
    lost.emplace_back("mode without an access control list");
  }
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 < parts.size() ? ", its " : " and its ";
    text += parts[i];
  }
  return text;
}

// Gives the open file the owner, the mode, the access control list, the
// security label and the attributes (user.*) of the one at `path`, whose status
// is `before`. Capabilities and checksums, which writing to a file would end,
// too, are not kept.
//
// Returns what could not be kept, a line for people each, and that other names
// (hard links) of the old file stay with it: they are more often copies that
// are meant to stay (snapshots, stores of packages) than names for one file.
// Throws OutputError when the mode cannot be set.
std::string keep_attributes(const std::string& path, const struct stat& before,
                            int file) {
  std::vector<std::string> lost;
  const bool has_owner = keep_owner(before, file, lost);
  keep_mode(path, before, file, has_owner);
  keep_extended(path, file, lost);
  std::string text;
  if (!lost.empty()) {
    text = path + ": its " + joined(lost) +
           " could not be kept; set again what is needed\n";
  }
  if (before.st_nlink > 1) {
    const auto others = before.st_nlink - 1;
    text += path + ": was one of several names of a file (hard links); " +
            std::to_string(others) +
            (others == 1 ? " other name keeps" : " other names keep") +
            " the old content\n";
  }
  return text;
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
