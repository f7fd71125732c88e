#include "base/files/file_kind.h"

#include <sys/stat.h>

#include <optional>

namespace harden {
namespace {

using Status = struct stat;

std::optional<Status> status_of(const std::string& path) {
  Status status = {};
  if (stat(path.c_str(), &status) != 0) return std::nullopt;
  return status;
}

std::optional<Status> status_of_itself(const std::string& path) {
  Status status = {};
  if (lstat(path.c_str(), &status) != 0) return std::nullopt;
  return status;
}

}  // namespace

bool exists(const std::string& path) {
  return status_of_itself(path).has_value();
}

bool is_folder(const std::string& path) {
  const auto status = status_of(path);
  return status && S_ISDIR(status->st_mode);
}

bool is_file(const std::string& path) {
  const auto status = status_of(path);
  return status && S_ISREG(status->st_mode);
}

bool is_file_itself(const std::string& path) {
  const auto status = status_of_itself(path);
  return status && S_ISREG(status->st_mode);
}

bool is_folder_itself(const std::string& path) {
  const auto status = status_of_itself(path);
  return status && S_ISDIR(status->st_mode);
}

bool is_link(const std::string& path) {
  const auto status = status_of_itself(path);
  return status && S_ISLNK(status->st_mode);
}

bool is_same_file(const std::string& a, const std::string& b) {
  const auto first = status_of(a);
  const auto second = status_of(b);
  return first && second && S_ISREG(first->st_mode) &&
         first->st_dev == second->st_dev && first->st_ino == second->st_ino;
}

}  // namespace harden
