// Paths cut and joined as text, the way of Go's path.Clean.
#pragma once

#include <string>
#include <string_view>

namespace harden::cli {

// Without empty, `.` and resolvable `..` parts; "." for nothing at all. A
// leading `/` stays, and nothing lies above it.
std::string clean_path(std::string_view path);

// The part before the last `/`: "." when there is none, "/" for the root.
std::string folder_of(std::string_view path);
std::string_view name_of(std::string_view path);
std::string join_path(std::string_view folder, std::string_view name);

}  // namespace harden::cli
