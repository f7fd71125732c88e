// What programs are, by path or name.
#pragma once

#include <string_view>

namespace harden {

// Reads the language of POSIX shells: sh, bash, dash, busybox' ash …
bool is_shell(std::string_view program);
// A shell, or busybox, which is one under another name.
bool may_be_shell(std::string_view program);
// Its first argument names the program: busybox.
bool is_multi_call(std::string_view program);
// Made to be the first process: hands signals on and reaps. tini, dumb-init …
bool is_init(std::string_view program);
// gcc, clang, x86_64-linux-musl-gcc …
bool is_c_compiler(std::string_view program);
// Steps down to another user, and may stay in front of the program: su, sudo.
bool waits_for_program(std::string_view program);

}  // namespace harden
