// A set in brackets, `[a-z]`, of the patterns that git reads.
#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <string_view>

namespace harden::cli {

using ByteSet = std::bitset<256>;

// `at` is the opening bracket, and afterwards what follows the closing one.
// nullopt for one that is never closed, or names a class that nobody knows.
std::optional<ByteSet> read_byte_set(std::string_view pattern, std::size_t& at);

}  // namespace harden::cli
