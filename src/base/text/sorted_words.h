// A constant list of words, each once, in the order of their bytes.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

#include "base/text/word_index.h"

namespace harden {

class SortedWords {
 public:
  constexpr SortedWords(std::span<const std::string_view> sorted,
                        std::span<const std::uint16_t> slots)
      : words_(sorted, slots) {}

  constexpr bool contains(std::string_view word) const {
    return words_.find(word) != nullptr;
  }

  // The first word that the text begins with, ends with, or has in it; empty:
  // none.
  constexpr std::string_view prefix_of(std::string_view text) const {
    return find([&](std::string_view it) { return text.starts_with(it); });
  }
  constexpr std::string_view suffix_of(std::string_view text) const {
    return find([&](std::string_view it) { return text.ends_with(it); });
  }
  constexpr std::string_view part_of(std::string_view text) const {
    return find(
        [&](std::string_view it) { return text.find(it) != text.npos; });
  }

  constexpr auto begin() const { return words_.begin(); }
  constexpr auto end() const { return words_.end(); }

 private:
  template <typename Test>
  constexpr std::string_view find(Test test) const {
    const auto found = std::ranges::find_if(words_, test);
    return found == words_.end() ? std::string_view() : *found;
  }

  NamedRows<std::string_view, std::identity{}> words_;
};

}  // namespace harden
