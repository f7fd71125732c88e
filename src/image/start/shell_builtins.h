// Commands that a shell carries out itself, so that no program of their name
// does the same.
#pragma once

#include <string_view>

namespace harden {

// `cd`, `export`, `if`: they change the shell, or belong to its grammar.
bool is_only_in_shells(std::string_view name);

// `echo`, `test`, `kill`: programs of their name do nearly the same.
bool is_builtin_with_program(std::string_view name);

}  // namespace harden
