// What values of a bane file must look like to stand in a rule as they are.
#pragma once

#include <string>
#include <string_view>

namespace harden::apparmor {

// What is wrong: "must begin with `/`"; empty when nothing is.
using ValueProblem = std::string (*)(std::string_view value);

std::string name_problem(std::string_view value);
// Globs and variables are meant as such.
std::string path_problem(std::string_view value);
std::string capability_problem(std::string_view value);  // in lower case
std::string protocol_problem(std::string_view value);    // "tcp"
// `#include <abstractions/base>` or `@{PROC}=/proc/`.
std::string import_problem(std::string_view value);

// A path with its globs, in quotes where it holds blanks.
std::string as_glob(std::string_view path);

}  // namespace harden::apparmor
