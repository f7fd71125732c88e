// The longest token that begins at a place, by the constant tables that the
// build derives from a grammar (grammar/make_tables.cpp).
#pragma once

#include <cstdint>
#include <string_view>

namespace harden::grammar_tables {

struct Tables {
  const std::uint8_t* next_state;
  const std::uint8_t* accepted_rule;
  unsigned column_count;
};

struct Match {
  unsigned rule = 0;  // 0: no rule matches
  std::uint32_t end = 0;
};

// `columns` holds the column of each byte, `state` the mode's first state.
inline Match longest_match(const Tables& tables, const std::uint8_t* columns,
                           unsigned state, std::string_view bytes,
                           std::uint32_t begin) {
  Match match{0, begin};
  for (std::uint32_t at = begin; at < bytes.size(); ++at) {
    const unsigned column = columns[static_cast<unsigned char>(bytes[at])];
    state = tables.next_state[state * tables.column_count + column];
    if (state == 0) break;
    if (tables.accepted_rule[state] != 0) {
      match = {tables.accepted_rule[state], at + 1};
    }
  }
  return match;
}

}  // namespace harden::grammar_tables
