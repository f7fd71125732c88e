// Constant rows by name, found in a step or two however many there are: the
// compiler fills in a hash table.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace harden {

// Looks at four bytes and the size: a word may be as long as a file.
constexpr std::size_t word_hash(std::string_view word) {
  const std::size_t size = word.size();
  if (size == 0) return 0;
  const auto byte = [&](std::size_t at) -> std::size_t {
    return static_cast<unsigned char>(word[at]);
  };
  std::size_t hash = size * 31 + byte(0);
  hash = hash * 31 + byte(size / 3);
  hash = hash * 31 + byte(size / 2);
  hash = hash * 31 + byte(size - 1);
  return hash ^ (hash >> 8);
}

// The place of each row, counted from 1, at its name's hash or in the next free
// slot behind; 0 is free. At least half of them are, of a power of two.
template <typename Slots, typename Rows, typename Name>
constexpr void fill_slots(Slots& slots, const Rows& rows, Name name) {
  std::uint16_t place = 0;
  for (const auto& row : rows) {
    std::size_t at = word_hash(std::invoke(name, row));
    while (slots[at % slots.size()] != 0) ++at;
    slots[at % slots.size()] = ++place;
  }
}

template <std::size_t N, typename Row, typename Name = std::identity>
constexpr auto index_words(const Row (&rows)[N], Name name = {}) {
  std::array<std::uint16_t, std::bit_ceil(2 * N)> slots{};
  fill_slots(slots, rows, name);
  return slots;
}

template <typename Row, auto Name>
class NamedRows {
 public:
  // `slots` is index_words() of the rows.
  constexpr NamedRows(std::span<const Row> rows,
                      std::span<const std::uint16_t> slots)
      : rows_(rows), slots_(slots) {}

  // Null when there is none.
  constexpr const Row* find(std::string_view name) const {
    const std::size_t last = slots_.size() - 1;
    for (std::size_t at = word_hash(name);; ++at) {
      const std::size_t place = slots_[at & last];
      if (place == 0) return nullptr;
      const Row& row = rows_[place - 1];
      if (std::invoke(Name, row) == name) return &row;
    }
  }

  constexpr std::span<const Row> all() const { return rows_; }
  constexpr auto begin() const { return rows_.begin(); }
  constexpr auto end() const { return rows_.end(); }

 private:
  std::span<const Row> rows_;
  std::span<const std::uint16_t> slots_;
};

}  // namespace harden
