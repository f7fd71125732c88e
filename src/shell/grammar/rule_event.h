// A parse as a sequence: what ANTLR would make a tree of.
#pragma once

#include <cstdint>

namespace harden {

struct RuleEvent {
  enum class Kind : std::uint8_t { enter, leave, symbol };
  Kind kind;
  std::uint32_t value;  // of enter and leave: the rule; of symbol: its place
};

}  // namespace harden
