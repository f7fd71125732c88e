#include "image/files/file_moves.h"

#include <optional>
#include <string_view>
#include <utility>

#include "base/glob/go_glob.h"
#include "base/text/paths.h"
#include "dockerfile/model/run_script.h"
#include "image/files/image_paths.h"

namespace harden {
namespace {

using MoveKind = FileMove::Kind;

std::optional<MoveKind> kind_of(FileEffect::Kind kind) {
  switch (kind) {
    case FileEffect::Kind::linked:
      return MoveKind::linked;
    case FileEffect::Kind::copied:
    case FileEffect::Kind::moved:
      return MoveKind::copied;
    case FileEffect::Kind::written:
      return MoveKind::written;
    case FileEffect::Kind::downloaded:
      return MoveKind::downloaded;
    case FileEffect::Kind::changed:
      return MoveKind::changed;
    default:
      return std::nullopt;
  }
}

// What stands behind `top` in a path below it: "/sub/file" or "".
std::string behind(const std::string& path, const std::string& top) {
  return top == "/" ? path : path.substr(top.size());
}

// The name under which `from` arrives in the folder `to`, seen from `path`; and
// where `path` was then. nullopt when it did not come this way.
std::optional<std::string> as_entry(const FileMove& move,
                                    const std::string& path) {
  const std::string folder = move.to == "/" ? "" : move.to;
  if (!path.starts_with(folder + "/")) return std::nullopt;
  const std::string rest = path.substr(folder.size() + 1);
  const std::string name = rest.substr(0, rest.find('/'));
  const std::string source_folder =
      move.from.find('/') == std::string::npos ? "" : parent_folder(move.from);
  const std::string_view last = base_name(move.from);
  if (!matches_path(last, name)) return std::nullopt;
  return (source_folder == "/" ? "" : source_folder) +
         (source_folder.empty() ? "" : "/") + rest;
}

}  // namespace

std::vector<FileMove> file_moves(const StageView& stage,
                                 std::size_t instruction) {
  std::vector<FileMove> moves;
  for (const RunEffect& it :
       run_script(stage.evaluation, instruction).effects) {
    if (const auto kind = kind_of(it.kind)) {
      moves.push_back({*kind, it.from, it.to, it.into_folder, it.maybe});
    }
  }
  return moves;
}

std::vector<std::string> paths_before(const FileMove& move,
                                      const std::string& path) {
  std::vector<std::string> result;
  const bool link = move.kind == MoveKind::linked;
  if (!link && move.kind != MoveKind::copied) return result;
  if (move.from.empty()) return result;
  auto add = [&](const std::string& folder, const std::string& from) {
    result.push_back(link ? absolute_path(folder, from)
                          : absolute_path("/", from));
  };
  if (auto entry = as_entry(move, path)) add(move.to, *entry);
  const bool content = move.from.ends_with("/.");
  if ((!move.into_folder || content) && move.to != "/" &&
      is_below(path, move.to)) {
    add(parent_folder(move.to), move.from + behind(path, move.to));
  } else if (content && move.to == "/") {
    add("/", move.from + path);
  }
  return result;
}

bool concerns(const FileMove& move, const std::string& path) {
  if (move.kind == MoveKind::downloaded) return is_below(path, move.to);
  if (move.kind != MoveKind::written && move.kind != MoveKind::changed)
    return false;
  return move.to == path || matches_path(move.to, path);
}

bool replaces(const FileMove& move, const std::string& path) {
  if (move.kind != MoveKind::linked && move.kind != MoveKind::copied) {
    return false;
  }
  if (!move.into_folder && move.to == path) return true;
  return parent_folder(path) == move.to && !move.from.empty() &&
         base_name(move.from) == base_name(path);
}

}  // namespace harden
