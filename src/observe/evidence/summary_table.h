// The table that `strace -c` prints.
#pragma once

#include <cstdint>
#include <string_view>

namespace harden::evidence {

class SummaryTable {
 public:
  enum class Line : std::uint8_t { none, frame, row };

  // What a line is; of a row `name` becomes the call's.
  Line take(std::string_view line, std::string_view& name);
  // Whether the next line may belong to a table that has begun.
  bool is_open() const { return state_ != State::outside; }
  // Another log begins.
  void reset() { state_ = State::outside; }

 private:
  enum class State : std::uint8_t { outside, headed, inside, at_sum };

  State state_ = State::outside;
  // `--summary-columns` may put the name first; else it is looked for last.
  bool name_is_first_ = false;
};

}  // namespace harden::evidence
