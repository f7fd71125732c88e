// What other programs make of a text.
#pragma once

#include <string>

namespace harden::test {

bool is_installed(const std::string& program);

// Standard output of a command of sh(1) that reads `input`; throws where it
// fails.
std::string output_of(const std::string& command, const std::string& input);

}  // namespace harden::test
