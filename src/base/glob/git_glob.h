// Patterns as git reads them (wildmatch.c, and match_pathname() of dir.c): of
// .gitignore files, and of what `harden check` is asked to look at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/glob/glob.h"

namespace harden {

// Whether `*`, `?` and brackets stop at a `/`, and `**` does not
// (WM_PATHNAME).
enum class GitSlash : std::uint8_t { separates, is_any_byte };

// Compares bytes. nullopt for what git takes for broken, which matches nothing.
// The first `plain` bytes stand for themselves, and the pattern begins behind
// them, as it does for a `**` there.
std::optional<Glob> git_glob(std::string_view pattern, GitSlash slash,
                             std::size_t plain = 0);

// The length of what stands before the first `*`, `?`, `[` or backslash.
std::size_t plain_length(std::string_view pattern);

}  // namespace harden
