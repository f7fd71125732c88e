// A set of characters: bytes or code points.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace harden {

class CharacterSet {
 public:
  // Nothing when `first` is above `last`.
  void add(char32_t first, char32_t last);
  void add(char32_t c) { add(c, c); }
  // One of POSIX, "alpha", as the C locale has it; false for another name.
  bool add_class(std::string_view name);
  // What is in the set is not, and the other way round.
  void invert() { inverted_ = !inverted_; }
  // Not even when it is in the set.
  void leave_out(char32_t c) { left_out_ = c; }

  // Ends adding; what follows takes the logarithm of the number of ranges.
  void finish();
  bool contains(char32_t c) const;

  // No character.
  static constexpr char32_t none = 0xffffffff;

 private:
  struct Range {
    char32_t first;
    char32_t last;
  };

  std::vector<Range> ranges_;
  bool inverted_ = false;
  char32_t left_out_ = none;
};

// Bracket expressions, `[a-z]`, as git and the shells read them.
struct Bracket {
  CharacterSet set;
  std::size_t end = 0;  // behind the closing bracket; 0 when there is none
  bool unknown_class = false;  // `[:word:]`
  // What the shells do not agree on: `[=a=]`, `[.a.]`, `[:` without its end,
  // ranges from high to low.
  bool disputed = false;
};

// `at` is the opening bracket. A `!`, and a `^` where `caret` says so, negate;
// a backslash takes what follows as it is; a `]` that comes first belongs to
// the set.
Bracket read_bracket(std::string_view pattern, std::size_t at, bool caret);

}  // namespace harden
