#include "base/text/paths.h"

#include <algorithm>

#include "base/text/ascii.h"

namespace harden {
namespace {

// Puts the parts of `path` behind `to`, which is clean.
void add_parts(std::string& to, std::string_view path) {
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (part == "..") {
      to.erase(std::min(to.rfind('/'), to.size()));
    } else if (!part.empty() && part != ".") {
      to.append("/").append(part);
    }
  }
}

}  // namespace

std::string absolute_path(std::string_view directory, std::string_view path) {
  std::string result;
  result.reserve(directory.size() + path.size() + 2);
  if (!path.starts_with('/')) add_parts(result, directory);
  add_parts(result, path);
  return result.empty() ? "/" : result;
}

bool is_windows_path(std::string_view path) {
  if (path.starts_with('\\')) return true;
  return path.size() > 2 && is_letter(path[0]) && path[1] == ':' &&
         (path[2] == '\\' || path[2] == '/');
}

std::string parent_folder(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash == 0 || slash == path.npos) return "/";
  return std::string(path.substr(0, slash));
}

bool is_below(std::string_view path, std::string_view folder) {
  if (folder == "/") return true;
  return path.starts_with(folder) &&
         (path.size() == folder.size() || path[folder.size()] == '/');
}

}  // namespace harden
