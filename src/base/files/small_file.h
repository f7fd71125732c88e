// Reads small files that may as well be missing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace harden {

// The bytes of a regular file; nullopt when it is missing, unreadable,
// something else, or larger than `limit`. Never blocks on a pipe.
std::optional<std::string> read_small_file(const std::string& path,
                                           std::size_t limit);

}  // namespace harden
