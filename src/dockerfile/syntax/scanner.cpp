#include "dockerfile/syntax/scanner.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "shell/grammar/longest_match.h"

namespace harden {
namespace {

#include "scanner_tables.inc"

constexpr grammar_tables::Tables tables{next_row, accepted_rule, column_count,
                                        first_accepting};
constexpr int mode_line = 1;  // the grammar's first `mode`

}  // namespace

Scanner::Scanner(std::string_view bytes, char escape, std::uint32_t offset)
    : bytes_(bytes), at_(offset) {
  std::copy(std::begin(column_of_byte), std::end(column_of_byte), columns_);
  // The grammar knows one escape character: the other takes its place.
  if (escape == '`') std::swap(columns_[int{'`'}], columns_[int{'\\'}]);
}

Lexeme Scanner::next() {
  const std::uint32_t begin = at_;
  const auto [rule, end] = grammar_tables::longest_match(
      tables, columns_, start_of_mode[mode_], bytes_, begin);
  if (rule == 0) {
    if (begin == bytes_.size()) return {Symbol::end_of_input, {begin, begin}};
    throw std::logic_error("the grammar has no token for a byte");
  }
  if (mode_after_rule[rule] >= 0) mode_ = mode_after_rule[rule];
  at_ = end;
  return {static_cast<Symbol>(type_of_rule[rule]), {begin, end}};
}

void Scanner::resume_at_line(std::uint32_t offset) {
  at_ = offset;
  mode_ = mode_line;
}

}  // namespace harden
