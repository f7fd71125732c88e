// The capabilities of the kernel, by name.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace harden {

// capabilities(7), Linux 6.x: "NET_RAW", in the order of the alphabet.
std::span<const std::string_view> capability_names();

// The name in that list for "CAP_NET_RAW", "net_raw"; nullopt: none is called
// so.
std::optional<std::string_view> find_capability(std::string_view name);

// What a name that is none was meant to be, however it is spelt; empty: nothing
// is near.
std::string_view closest_capability(std::string_view name);

}  // namespace harden
