// apparmor_parser, which compiles a profile without any kernel.
#pragma once

#include <string>

namespace harden::test {

bool has_parser();

// What `apparmor_parser -Q -K` says of a profile; empty: it compiles.
std::string parser_says(const std::string& profile);

}  // namespace harden::test
