#include "rewrite/scratch/made_paths.h"

#include "image/files/file_moves.h"
#include "image/files/folder_kinds.h"
#include "image/files/path_below.h"
#include "image/files/resolved_transfer.h"
#include "image/files/run_paths.h"

namespace harden {
namespace {

bool is_scrap(const std::string& path) {
  return is_open_to_all(path) || is_below(path, "/tmp") ||
         is_below(path, "/dev") || is_below(path, "/var/cache") ||
         is_below(path, "/var/lib/apt") || is_below(path, "/root");
}

// They are written for the new image; see templates/rootfs.sh.
bool is_account_file(const std::string& path) {
  return path == "/etc/passwd" || path == "/etc/group" ||
         path == "/etc/shadow" || path == "/etc/gshadow";
}

bool is_made(const PathChange& change) {
  return change.kind == PathChange::Kind::made ||
         change.kind == PathChange::Kind::made_file ||
         change.kind == PathChange::Kind::owned ||
         change.kind == PathChange::Kind::placed;
}

bool is_kept(const std::string& path) {
  return path.starts_with('/') && !is_scrap(path) && !is_system_folder(path) &&
         !is_account_file(path) &&
         path.find_first_of("*?[") == std::string::npos;
}

}  // namespace

std::vector<std::string> made_paths(const StageView& stage) {
  std::vector<std::string> result;
  for (const PathChange& it : run_paths(stage)) {
    if (is_made(it) && is_kept(it.path)) result.push_back(it.path);
  }
  for (const std::size_t i : stage.chain()) {
    for (const FileMove& it : file_moves(stage, i)) {
      if (is_kept(it.to)) result.push_back(it.to);
    }
  }
  return result;
}

}  // namespace harden
