#include "findings/packages/cache_mount.h"

#include <algorithm>

namespace harden::rule {
namespace {

bool is_within(std::string_view path, std::string_view folder) {
  while (folder.size() > 1 && folder.ends_with('/')) folder.remove_suffix(1);
  return path.starts_with(folder) &&
         (path.size() == folder.size() || path[folder.size()] == '/' ||
          folder == "/");
}

// One `--mount=…` value.
bool holds(std::string_view fields, std::string_view path) {
  bool is_cache = false;
  bool fits = false;
  while (!fields.empty()) {
    const std::string_view field = fields.substr(0, fields.find(','));
    fields.remove_prefix(std::min(field.size() + 1, fields.size()));
    const std::size_t equals = field.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view key = field.substr(0, equals);
    const std::string_view value = field.substr(equals + 1);
    // What a tmpfs holds is not in the image either.
    if (key == "type") is_cache = value == "cache" || value == "tmpfs";
    if (key != "target" && key != "dst" && key != "destination") continue;
    fits = value.find('$') != std::string_view::npos || is_within(path, value);
  }
  return is_cache && fits;
}

}  // namespace

bool has_cache_mount(const Instruction& run, std::string_view path) {
  return std::ranges::any_of(run.flags, [&](const Flag& it) {
    return it.name == "mount" && it.value && holds(it.value->value, path);
  });
}

}  // namespace harden::rule
