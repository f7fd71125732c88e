// How reports name the files that they speak about.
#pragma once

#include <string>
#include <string_view>

namespace harden {

// Without `.` and double slashes, and relative to `folder` (absolute) where the
// file lies below it: what readers of reports look up in a checkout.
std::string report_path(std::string_view name, std::string_view folder);

// The path as a URI reference; absolute ones become file:///.
std::string uri_of(std::string_view path);

}  // namespace harden
