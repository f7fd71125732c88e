// Reads a word byte by byte; names of variables are cut as Go's unicode
// tables would cut them.
#pragma once

#include <cstddef>
#include <string_view>

namespace harden {

class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  bool at_end() const { return at_ == text_.size(); }
  // NUL at the end; a NUL in the text is told apart by at_end().
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  bool is_at(char c) const { return !at_end() && text_[at_] == c; }
  char next() { return text_[at_++]; }

  // What follows `$` or `${`: letters, digits and `_`; digits alone (`$1x` is
  // `$1` and an x); or one special parameter (`$@`). Empty when none does.
  std::string_view name();
  // Everything before the next of these characters, perhaps nothing.
  std::string_view until_any(std::string_view stops);
  // The whole UTF-8 character here, one byte when it is none.
  std::string_view character();

 private:
  std::size_t letter_size(std::size_t at) const;

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace harden
