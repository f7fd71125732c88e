// The version, as CMakeLists.txt has it, and the terms of the program.
#pragma once

#include <string>
#include <string_view>

namespace harden::cli {

extern const std::string_view version;

// What --version prints.
std::string version_line();

// The libraries in the program, their licences and who holds them, a few lines
// each: templates/licenses.json.
extern const std::string_view library_licenses;

// What --license prints.
std::string license_text();

}  // namespace harden::cli
