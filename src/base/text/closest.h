// "did you mean": the candidate that a misspelt word most likely stood for.
#pragma once

#include <span>
#include <string_view>

namespace harden {

// Empty when none is near enough (about a third of the letters). Case is
// ignored. Words over 64 bytes are near to nothing.
std::string_view closest(std::string_view word,
                         std::span<const std::string_view> candidates);

}  // namespace harden
