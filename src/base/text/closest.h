// "did you mean": the candidate that a misspelt word most likely stood for.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace harden {

// Empty when none is near enough (about a third of the letters). Case is
// ignored. Words over 64 bytes are near to nothing.
std::string_view closest(std::string_view word,
                         std::span<const std::string_view> candidates);

// "did you mean `…`?" behind `before`; `otherwise` where nothing is near.
std::string did_you_mean(std::string_view near, std::string_view before = "",
                         std::string_view otherwise = "");

}  // namespace harden
