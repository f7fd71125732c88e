// Patterns of the shell: `*`, `?`, `[…]`, as in `case`, `[[ … == … ]]` and
// `${NAME#…}`.
#pragma once

#include <bitset>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace harden::script {

// What all patterns of one input may cost together, since whoever wrote the
// input chose the patterns, the texts and how often they meet. A step is about
// one character against one place in a pattern; the default is for patterns
// that are not the input's, and ends as well.
class StepBudget {
 public:
  explicit StepBudget(std::size_t steps = 4'000'000) : left_(steps) {}

  bool exhausted() const { return left_ == 0; }
  void spend(std::size_t steps) { left_ -= steps < left_ ? steps : left_; }

 private:
  std::size_t left_;
};

// A beginning or an end of a text.
struct PartMatch {
  bool known = false;  // false when the budget ended first
  std::optional<std::size_t> size = {};
};

class Pattern {
 public:
  // Characters that stand for themselves.
  void add_literal(std::string_view text);
  // A pattern as written, without quotes; a backslash hides one character.
  void add_pattern(std::string_view text);

  // nullopt when the budget ended first.
  std::optional<bool> matches(std::string_view text, StepBudget& budget) const;
  // Of which length the shortest or longest matching beginning is.
  PartMatch prefix(std::string_view text, bool longest,
                   StepBudget& budget) const;
  PartMatch suffix(std::string_view text, bool longest,
                   StepBudget& budget) const;

 private:
  struct Item {
    enum class Kind { character, any_one, any_many, set };
    Kind kind = Kind::character;
    char character = 0;
    bool inverted = false;
    std::bitset<256> set = {};
  };
  class Run;

  std::size_t add_set(std::string_view text, std::size_t begin,
                      std::size_t end);
  static bool fits(const Item& item, char c);

  std::vector<Item> items_;
};

}  // namespace harden::script
