// The patterns of `${V#p}`, `${V%p}` and `${V/p/r}` in Dockerfiles: `*`, `?`
// and escapes, but no bracket expressions, as in BuildKit's
// convertShellPatternToRegex (frontend/dockerfile/shell).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace harden {

// What a substitution makes of a value.
struct Substituted {
  std::string value;
  std::string error;        // the engine refuses the pattern
  bool too_costly = false;  // given up after a fixed number of steps
  std::size_t steps = 0;
};

enum class PatternEnd { prefix, suffix };
// `${V#p}`, `${V##p}`, `${V%p}`, `${V%%p}`.
Substituted remove_pattern(std::string_view value, std::string_view pattern,
                           PatternEnd end, bool longest);

// `${V/p/r}` and, for `all`, `${V//p/r}`. Results over `limit` bytes count as
// too costly.
Substituted replace_pattern(std::string_view value, std::string_view pattern,
                            std::string_view replacement, bool all,
                            std::size_t limit);

}  // namespace harden
