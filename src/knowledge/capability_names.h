// The capabilities of the kernel, by name.
#pragma once

#include <optional>
#include <string_view>

namespace harden {

// The name in lists::capabilities for "CAP_NET_RAW", "net_raw"; nullopt: none
// is called so.
std::optional<std::string_view> find_capability(std::string_view name);

// What a name that is none was meant to be, however it is spelt; empty: nothing
// is near.
std::string_view closest_capability(std::string_view name);

}  // namespace harden
