// What setcap(8) reads: cap_from_text(3).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace harden {

// The capabilities that a file is given and a program of it must have, or
// cannot be started at all: those that are permitted. Upper case, without CAP_,
// sorted. nullopt for what setcap refuses.
std::optional<std::vector<std::string>> file_capabilities(
    std::string_view text);

}  // namespace harden
