#include "base/text/word_list.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace harden {

std::string word_list(std::span<const std::string_view> words) {
  return fmt::format("{} or {}", fmt::join(words.first(words.size() - 1), ", "),
                     words.back());
}

}  // namespace harden
