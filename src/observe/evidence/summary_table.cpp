#include "observe/evidence/summary_table.h"

namespace harden::evidence {
namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view first_word(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(blanks);
  if (begin == line.npos) return {};
  line.remove_prefix(begin);
  return line.substr(0, line.find_first_of(blanks));
}

std::string_view last_word(std::string_view line) {
  const std::size_t end = line.find_last_not_of(blanks);
  if (end == line.npos) return {};
  line = line.substr(0, end + 1);
  const std::size_t before = line.find_last_of(blanks);
  return before == line.npos ? line : line.substr(before + 1);
}

// "------ ----------- ----------------"
bool is_rule(std::string_view line) {
  return line.starts_with("---") &&
         line.find_first_not_of("- \t\r") == line.npos;
}

// Its other columns have numbers: a sentence that ends in "syscall" has none.
bool is_header(std::string_view line) {
  return line.find("calls") != line.npos || line.find("% time") != line.npos;
}

}  // namespace

SummaryTable::Line SummaryTable::take(std::string_view line,
                                      std::string_view& name) {
  if (state_ == State::inside) {
    if (is_rule(line)) {
      state_ = State::at_sum;
      return Line::frame;
    }
    name = name_is_first_ ? first_word(line) : last_word(line);
    return name.empty() ? Line::none : Line::row;
  }
  if (state_ == State::headed) {
    state_ = is_rule(line) ? State::inside : State::outside;
    return is_rule(line) ? Line::frame : Line::none;
  }
  if (state_ == State::at_sum) {
    state_ = State::outside;
    return Line::frame;
  }
  name_is_first_ = first_word(line) == "syscall";
  const bool named = name_is_first_ || last_word(line) == "syscall";
  if (!named || !is_header(line)) return Line::none;
  state_ = State::headed;
  return Line::frame;
}

}  // namespace harden::evidence
