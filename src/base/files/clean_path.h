// Paths cut and joined as text, the way of Go's path.Clean; and where one
// really leads.
#pragma once

#include <string>
#include <string_view>

namespace harden {

// Without empty, `.` and resolvable `..` parts; "." for nothing at all. A
// leading `/` stays, and nothing lies above it.
std::string clean_path(std::string_view path);

// The part before the last `/`: "." when there is none, "/" for the root.
std::string folder_of(std::string_view path);
std::string_view name_of(std::string_view path);
std::string join_path(std::string_view folder, std::string_view name);

// Absolute, links followed; empty, with errno, when there is nothing.
std::string resolved(const std::string& path);

// Whether it is the folder, or lies in it, when links are followed; false where
// one of them does not exist.
bool leads_into(const std::string& folder, const std::string& path);

}  // namespace harden
