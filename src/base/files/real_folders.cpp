#include "base/files/real_folders.h"

#include <climits>
#include <cstddef>

#include "base/files/clean_path.h"
#include "base/files/file_kind.h"

namespace harden {
namespace {

// Who has more of them pays a little more for each.
constexpr std::size_t most_folders = 1000;

}  // namespace

std::string RealFolders::of(const std::string& folder) {
  const std::scoped_lock lock(mutex_);
  if (known_.size() >= most_folders) known_.clear();
  return found(folder);
}

const std::string& RealFolders::found(const std::string& folder) {
  const auto known = known_.find(folder);
  if (known != known_.end()) return known->second;
  return known_.emplace(folder, look_up(folder)).first->second;
}

// Only a path that is clean, and does not go up, has its parts below each
// other.
std::string RealFolders::look_up(const std::string& folder) {
  const bool has_parent = folder.find('/', 1) != folder.npos;
  if (!has_parent || folder.size() > PATH_MAX || folder.starts_with("..") ||
      clean_path(folder) != folder) {
    return resolved(folder);
  }
  const std::string& parent = found(folder_of(folder));
  if (parent.empty()) return {};
  std::string path = join_path(parent, name_of(folder));
  return is_folder_itself(path) ? path : resolved(folder);
}

}  // namespace harden
