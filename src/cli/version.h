// The version, as CMakeLists.txt has it.
#pragma once

#include <string>
#include <string_view>

namespace harden::cli {

inline constexpr std::string_view version = HARDEN_VERSION;

// What --version prints.
inline std::string version_line() { return "harden " HARDEN_VERSION "\n"; }

}  // namespace harden::cli
