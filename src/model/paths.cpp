#include "model/paths.h"

#include <algorithm>
#include <vector>

namespace harden::model {

std::string absolute_path(std::string_view directory, std::string_view path) {
  std::string full(path.starts_with('/') ? "" : directory);
  full.append("/").append(path);
  std::vector<std::string_view> parts;
  for (std::string_view rest = full; !rest.empty();) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (part == "..") {
      if (!parts.empty()) parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
  }
  std::string result;
  for (const std::string_view part : parts) {
    result.append("/").append(part);
  }
  return result.empty() ? "/" : result;
}

bool is_windows_path(std::string_view path) {
  if (path.starts_with('\\')) return true;
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  return path.size() > 2 && is_letter(path[0]) && path[1] == ':' &&
         (path[2] == '\\' || path[2] == '/');
}

}  // namespace harden::model
