#include "knowledge/host_paths.h"

#include <algorithm>
#include <vector>

#include "knowledge/lists/host_paths.h"

namespace harden {
namespace {

using lists::Reach;

bool is_at_or_below(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) &&
         (path.size() == folder.size() || path[folder.size()] == '/');
}

template <typename Known>
bool reaches(const Known& known, std::string_view path) {
  if (known.reach == Reach::itself) return path == known.path;
  if (!is_at_or_below(path, known.path)) return false;
  if (known.reach == Reach::below) return true;
  const std::string_view rest = path.substr(known.path.size());
  const bool keys = rest.find("/.") != rest.npos;
  return keys || std::count(rest.begin(), rest.end(), '/') <= 1;
}

}  // namespace

std::string clean_host_path(std::string_view path) {
  if (!path.starts_with('/') && !path.starts_with('~')) {
    return std::string(path);
  }
  std::vector<std::string_view> parts;
  for (std::string_view rest = path; !rest.empty();) {
    const auto end = std::min(rest.find('/'), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (part == "..") {
      if (!parts.empty() && parts.back() != "~") parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
  }
  std::string result;
  for (const std::string_view part : parts) {
    if (part != "~" || !result.empty()) result += '/';
    result += part;
  }
  if (result.empty()) return "/";
  // A link on every distribution there is.
  return is_at_or_below(result, "/var/run") ? result.substr(4) : result;
}

bool has_engine_socket(std::string_view path) {
  return lists::engine_socket_folders.contains(path) ||
         !lists::engine_sockets.suffix_of(path).empty();
}

HostPath describe_host_path(std::string_view path) {
  const lists::HostFolder* best = nullptr;
  for (const lists::HostFolder& it : lists::host_folders) {
    if (!reaches(it, path)) continue;
    if (best == nullptr || it.path.size() > best->path.size()) best = &it;
  }
  if (best == nullptr) return {};
  const bool mild = std::ranges::any_of(lists::shared_host_files, [&](auto it) {
    return is_at_or_below(path, it);
  });
  return {best->what, mild, best->secret};
}

bool must_keep_label(std::string_view path) {
  return std::ranges::any_of(lists::labelled_folders,
                             [&](const auto& it) { return reaches(it, path); });
}

bool is_raw_device(std::string_view path) {
  return path == "/dev" || lists::raw_devices.contains(path) ||
         !lists::disk_devices.prefix_of(path).empty();
}

}  // namespace harden
