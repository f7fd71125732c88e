#include "cli/search/folder_walk.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include "base/files/clean_path.h"

namespace harden::cli {
namespace {

SearchFailure why(const std::string& folder, int error) {
  if (error == EACCES) {
    return {folder,
            folder + ": permission denied; make the folder readable for you"};
  }
  return {folder, folder + ": cannot be read: " + std::strerror(error)};
}

// Whether something is a folder; nullopt for what is neither folder nor file.
std::optional<bool> is_folder_entry(const std::string& folder,
                                    const dirent& item) {
  if (item.d_type == DT_DIR) return true;
  if (item.d_type == DT_REG) return false;
  const bool may_be_link = item.d_type == DT_LNK || item.d_type == DT_UNKNOWN;
  if (!may_be_link) return std::nullopt;
  const std::string path = join_path(folder, item.d_name);
  struct stat status = {};
  if (item.d_type == DT_UNKNOWN && lstat(path.c_str(), &status) == 0 &&
      S_ISDIR(status.st_mode)) {
    return true;
  }
  const bool is_file =
      stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
  return is_file ? std::optional(false) : std::nullopt;
}

}  // namespace

std::vector<FolderWalk::Item> FolderWalk::items_in(const std::string& folder) {
  std::vector<Item> items;
  DIR* stream = opendir(folder.c_str());
  if (stream == nullptr) {
    failures_.push_back(why(folder, errno));
    return items;
  }
  errno = 0;
  while (const dirent* item = readdir(stream)) {
    const std::string_view name = item->d_name;
    if (name != "." && name != "..") {
      // Of .git it only matters that it is there.
      const auto found =
          name == ".git" ? std::optional(true) : is_folder_entry(folder, *item);
      if (found) items.push_back({std::string(name), *found});
    }
    errno = 0;
  }
  if (errno != 0) failures_.push_back(why(folder, errno));
  closedir(stream);
  std::ranges::sort(items, {}, &Item::name);
  return items;
}

void FolderWalk::enter(std::string prefix) {
  Frame frame;
  std::string folder = prefix.empty() ? "." : prefix;
  if (folder.size() > 1) folder.pop_back();
  frame.items = items_in(folder);
  const auto has = [&](std::string_view name) {
    return std::ranges::find(frame.items, name, &Item::name) !=
           frame.items.end();
  };
  frame.mark = ignores_.enter(prefix, has(".git"), has(".gitignore"));
  frame.prefix = std::move(prefix);
  frames_.push_back(std::move(frame));
}

void FolderWalk::look_at(const Item& item, const std::string& prefix) {
  if (item.name == ".git") return;
  std::string path = prefix + item.name;
  if (ignores_.ignores(path, item.is_folder)) return;
  if (visit_(path, item.is_folder) && item.is_folder) enter(path + "/");
}

// Without recursion: folders may be nested as deep as somebody likes.
void FolderWalk::run(const std::string& folder) {
  ignores_.start(folder);
  enter(folder == "." ? "" : join_path(folder, ""));
  while (!frames_.empty()) {
    Frame& frame = frames_.back();
    if (frame.next == frame.items.size()) {
      ignores_.leave(frame.mark);
      frames_.pop_back();
      continue;
    }
    const Item item = std::move(frame.items[frame.next++]);
    const std::string prefix = frame.prefix;
    look_at(item, prefix);
  }
}

}  // namespace harden::cli
