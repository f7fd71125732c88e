// Versions as tags spell them: "3.12-slim", "v1.18.0", "8".
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace harden::knowledge {

// Parts that a tag leaves out count as 0.
using Version = std::array<std::uint32_t, 3>;

// The number that a tag begins with; nullopt when it begins with a word.
std::optional<Version> leading_version(std::string_view tag);

struct VersionRange {
  bool below = false;  // `<bound`; otherwise `>=bound`
  Version bound = {};
};
// ">=8", "<2.4"; nullopt when it is neither.
std::optional<VersionRange> parse_version_range(std::string_view text);

bool contains(const VersionRange& range, const Version& version);

}  // namespace harden::knowledge
