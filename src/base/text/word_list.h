// Words as a sentence lists them.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace harden {

// "fail, warn or ignore"; of two words or more.
std::string word_list(std::span<const std::string_view> words);

}  // namespace harden
