// Packages that a service does not need to run.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace harden::rule {

enum class ToolKind : std::uint8_t {
  login,     // servers that let users in: sshd
  debugger,  // looks into other processes or at the network
  build,     // compilers and what they need
};

// By the name of a package or a group of packages, of any distribution.
std::optional<ToolKind> tool_kind(std::string_view package);

// Images that are there to build programs: golang, rust, maven, …
bool is_for_building(std::string_view reference);

}  // namespace harden::rule
