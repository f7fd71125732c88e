// Whether something is in a list.
#pragma once

#include <algorithm>
#include <concepts>
#include <initializer_list>
#include <iterator>
#include <string_view>

namespace harden {

template <typename List>
constexpr bool is_one_of(std::string_view word, const List& list) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

constexpr bool is_one_of(std::string_view word,
                         std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Of what is no word.
template <typename Value, typename List>
requires(!std::convertible_to<
         Value, std::string_view>) constexpr bool is_one_of(const Value& value,
                                                            const List& list) {
  return std::find(std::begin(list), std::end(list), value) != std::end(list);
}

}  // namespace harden
