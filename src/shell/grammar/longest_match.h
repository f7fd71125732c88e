// The longest token that begins at a place, by the constant tables that the
// build derives from a grammar (grammar/make_tables.cpp).
#pragma once

#include <cstdint>
#include <string_view>

namespace harden::grammar_tables {

// A state is the place of its row in `next_row`.
struct Tables {
  const std::uint16_t* next_row;  // 0: no token goes on like this
  const std::uint8_t* accepted_rule;
  unsigned column_count;
  unsigned first_accepting;  // this row and all behind it end a token
};

struct Match {
  unsigned rule = 0;  // 0: no rule matches
  std::uint32_t end = 0;
};

// `columns` holds the column of each byte, `row` is the mode's first. Most
// bytes lead from a state to itself; only where one is left something is to be
// noted.
inline Match longest_match(const Tables& tables, const std::uint8_t* columns,
                           unsigned row, std::string_view bytes,
                           std::uint32_t begin) {
  unsigned accepted = 0;
  std::uint32_t end = begin;
  const auto leave = [&](std::size_t at) {
    if (row < tables.first_accepting) return;
    accepted = row;
    end = static_cast<std::uint32_t>(at);
  };
  std::size_t at = begin;
  for (; at < bytes.size(); ++at) {
    const unsigned next =
        tables.next_row[row + columns[static_cast<unsigned char>(bytes[at])]];
    if (next == row) continue;
    leave(at);
    row = next;
    if (row == 0) break;
  }
  leave(at);
  return {tables.accepted_rule[accepted / tables.column_count], end};
}

}  // namespace harden::grammar_tables
