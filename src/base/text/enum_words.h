// The words that users write for values, and that harden writes for them: one
// table for both directions.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace harden {

template <typename Value, std::size_t count>
struct WordTable {
  std::array<std::string_view, count> words;
  std::array<Value, count> values;

  // Empty for a value that has none.
  constexpr std::string_view of(const Value& value) const {
    const auto found = std::find(values.begin(), values.end(), value);
    return found == values.end() ? std::string_view()
                                 : words[index(found - values.begin())];
  }

  constexpr std::optional<Value> find(std::string_view word) const {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return std::nullopt;
    return values[index(found - words.begin())];
  }

  // In the order in which messages list them.
  constexpr std::span<const std::string_view> all() const { return words; }

 private:
  static constexpr std::size_t index(std::ptrdiff_t at) {
    return static_cast<std::size_t>(at);
  }
};

// `enum_words<Colour::red, Colour::blue>("red", "green", "blue")`: one word for
// each enumerator from the first to the last, in their order. Where `last` is
// the last of the enum, a new one without a word does not compile. Enumerators
// in front of `first` have none: they hold when nobody says anything.
template <auto first, auto last, typename... Words>
constexpr auto enum_words(Words... words) {
  using Enum = decltype(first);
  constexpr auto begin = static_cast<std::size_t>(first);
  constexpr std::size_t count = sizeof...(words);
  static_assert(count == static_cast<std::size_t>(last) - begin + 1,
                "each enumerator has one word");
  WordTable<Enum, count> table{{words...}, {}};
  for (std::size_t i = 0; i < count; ++i) {
    table.values[i] = static_cast<Enum>(begin + i);
  }
  return table;
}

// For what is not an enum, or in another order:
// `word_table<bool>({{"yes", true}, {"no", false}})`.
template <typename Value, std::size_t count>
constexpr WordTable<Value, count> word_table(
    const std::pair<std::string_view, Value> (&pairs)[count]) {
  WordTable<Value, count> table{};
  for (std::size_t i = 0; i < count; ++i) {
    table.words[i] = pairs[i].first;
    table.values[i] = pairs[i].second;
  }
  return table;
}

}  // namespace harden
