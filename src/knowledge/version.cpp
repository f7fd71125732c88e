#include "knowledge/version.h"

#include <charconv>

namespace harden::knowledge {

std::optional<Version> leading_version(std::string_view tag) {
  if (tag.starts_with('v')) tag.remove_prefix(1);
  Version version = {};
  for (std::size_t part = 0; part < version.size(); ++part) {
    const char* const end = tag.data() + tag.size();
    const auto [rest, error] = std::from_chars(tag.data(), end, version[part]);
    if (error != std::errc()) {
      if (part == 0) return std::nullopt;
      break;
    }
    tag.remove_prefix(static_cast<std::size_t>(rest - tag.data()));
    if (!tag.starts_with('.')) break;
    tag.remove_prefix(1);
  }
  return version;
}

std::optional<VersionRange> parse_version_range(std::string_view text) {
  VersionRange range;
  if (text.starts_with(">=")) {
    text.remove_prefix(2);
  } else if (text.starts_with('<')) {
    text.remove_prefix(1);
    range.below = true;
  } else {
    return std::nullopt;
  }
  if (text.empty() ||
      text.find_first_not_of("0123456789.") != std::string_view::npos) {
    return std::nullopt;
  }
  const std::optional<Version> bound = leading_version(text);
  if (!bound) return std::nullopt;
  range.bound = *bound;
  return range;
}

bool contains(const VersionRange& range, const Version& version) {
  return (version < range.bound) == range.below;
}

}  // namespace harden::knowledge
