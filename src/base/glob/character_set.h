// A set of characters: bytes or code points.
#pragma once

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

}  // namespace harden
