// Each dialect once more, as its manual tells it: tried from left to right,
// with another try for each length of a `*`. Simple and slow, and with nothing
// in common with base/glob.
#pragma once

#include <cstdint>
#include <string_view>

namespace harden::test {

enum class Dialect : std::uint8_t {
  git_paths,  // .gitignore, with a slash
  git_names,  // .gitignore, without one
  go,         // filepath.Match
  ignore,     // .dockerignore
  build,      // `${V#…}` of Dockerfiles
  shell,
  wildcard,
};
inline constexpr int dialects = 7;

// For ASCII alone. Patterns that a dialect refuses match nothing.
bool reference_matches(Dialect dialect, std::string_view pattern,
                       std::string_view text);

}  // namespace harden::test
