#include "base/files/clean_path.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace harden {
namespace {

void add_part(std::vector<std::string_view>& parts, std::string_view part,
              bool rooted) {
  if (part.empty() || part == ".") return;
  if (part != "..") {
    parts.push_back(part);
  } else if (!parts.empty() && parts.back() != "..") {
    parts.pop_back();
  } else if (!rooted) {
    parts.push_back(part);
  }
}

}  // namespace

std::string clean_path(std::string_view path) {
  const bool rooted = path.starts_with('/');
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= path.size();) {
    const auto end = std::min(path.find('/', begin), path.size());
    add_part(parts, path.substr(begin, end - begin), rooted);
    begin = end + 1;
  }
  std::string result = rooted ? "/" : "";
  for (const auto part : parts) {
    if (!result.empty() && result.back() != '/') result += '/';
    result += part;
  }
  return result.empty() ? "." : result;
}

std::string folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  if (slash == std::string_view::npos) return ".";
  if (slash == 0) return "/";
  return std::string(path.substr(0, slash));
}

std::string_view name_of(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

std::string join_path(std::string_view folder, std::string_view name) {
  if (folder.empty() || folder == ".") return std::string(name);
  std::string result(folder);
  if (result.back() != '/') result += '/';
  result += name;
  return result;
}

std::string resolved(const std::string& path) {
  char* found = realpath(path.c_str(), nullptr);
  if (found == nullptr) return {};
  std::string result(found);
  std::free(found);
  return result;
}

bool leads_into(const std::string& folder, const std::string& path) {
  std::string inside = resolved(folder);
  const std::string real = resolved(path);
  if (inside.empty() || real.empty()) return false;
  if (inside.back() != '/') inside += '/';
  return (real + '/').starts_with(inside);
}

}  // namespace harden
