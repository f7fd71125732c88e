// Patterns of paths as Go reads them: those of COPY and ADD
// (path/filepath.Match), and those of .dockerignore, which moby/patternmatcher
// makes regular expressions of after Go has taken them.
//
// `*` and `?` stop at a `/`, `[a-z]` and `[^a-z]` are classes of code points,
// which take a `/`, and a backslash takes what follows as it is.
#pragma once

#include <optional>
#include <string_view>

#include "base/glob/glob.h"

namespace harden {

// nullopt for a pattern that Go refuses (ErrBadPattern). Go goes on from the
// first place where what stands between two stars fits, so `*[^a]*` is not
// `b/c` for it; here it is.
std::optional<Glob> go_glob(std::string_view pattern);

// Besides, `**` stands for folders. For a clean path.
std::optional<Glob> ignore_glob(std::string_view pattern);

// --- Of COPY and ADD. Whether anything in it is more than text.
bool is_path_pattern(std::string_view path);
// A pattern that the engine would refuse matches nothing.
bool matches_path(std::string_view pattern, std::string_view path);

}  // namespace harden
