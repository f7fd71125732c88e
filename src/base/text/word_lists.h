// Lists of words: whether a word is in one, and which is closest to it.
#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <iterator>
#include <span>
#include <string>
#include <string_view>

#include "base/text/word_index.h"

namespace harden {

template <typename List>
constexpr bool is_one_of(std::string_view word, const List& list) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

constexpr bool is_one_of(std::string_view word,
                         std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Of what is not a word.
template <typename Value, typename List>
requires(!std::convertible_to<
         Value, std::string_view>) constexpr bool is_one_of(const Value& value,
                                                            const List& list) {
  return std::find(std::begin(list), std::end(list), value) != std::end(list);
}

// A constant list of words, each once, in the order of their bytes.
class SortedWords {
 public:
  // `slots` is index_words() of them.
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

  constexpr std::span<const std::string_view> all() const {
    return words_.all();
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

// "did you mean": the candidate that a misspelt word most likely stood for.
// Empty when none is near enough (about a third of the letters). Case is
// ignored. Words over 64 bytes are near to nothing.
std::string_view closest(std::string_view word,
                         std::span<const std::string_view> candidates);

// "did you mean `…`?" behind `before`; `otherwise` where nothing is near.
std::string did_you_mean(std::string_view near, std::string_view before = "",
                         std::string_view otherwise = "");

}  // namespace harden
