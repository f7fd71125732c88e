// One engine for every pattern of names and texts that harden reads. What the
// dialects have in common lies here; what each writes is read by a file of its
// own, which makes a Glob of it:
//
//   shell_glob     `case`, `[[ … == … ]]` and `${V#…}` of sh and bash
//   build_pattern  `${V#…}` and `${V/…}` of Dockerfiles
//   go_glob        sources of COPY and ADD, and lines of .dockerignore
//   git_glob       lines of .gitignore, and what `harden check` is told
//   wildcard       names of images, packages and the like
//
// Matching follows all ways through the pattern at once, so that no `*` is
// ever tried again: no pattern takes more than its length times the text's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/glob/character_set.h"

namespace harden {

// What comparing patterns may cost, where whoever wrote the input chose the
// patterns, the texts and how often they meet. A step is about one character
// against one place in a pattern.
class StepBudget {
 public:
  // The default is more than any real input takes, and a few milliseconds.
  explicit StepBudget(std::size_t steps = 4'000'000)
      : all_(steps), left_(steps) {}

  bool exhausted() const { return left_ == 0; }
  std::size_t spent() const { return all_ - left_; }
  void spend(std::size_t steps) { left_ -= steps < left_ ? steps : left_; }

 private:
  std::size_t all_;
  std::size_t left_;
};

// A beginning or an end of a text; how many characters it has.
struct PartMatch {
  bool known = false;  // false when the budget ended first
  std::optional<std::size_t> size = {};
  friend bool operator==(const PartMatch&, const PartMatch&) = default;
};

// Where a match begins and ends.
struct PlaceMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class Glob {
 public:
  // What counts as one character. Bytes that are not UTF-8 are characters of
  // their own, those of to_characters().
  enum class Unit : std::uint8_t { byte, code_point };
  explicit Glob(Unit unit) : unit_(unit) {}

  // --- Built from its beginning to its end.
  void add_character(char32_t c);
  // The characters of a text, each for itself.
  void add_text(std::string_view text);
  // Any one but `but`, and any number of those.
  void add_any(char32_t but = CharacterSet::none);
  void add_many(char32_t but = CharacterSet::none);
  void add_set(CharacterSet set);
  // Nothing, or anything that ends with a `/`.
  void add_folders();

  bool matches(std::string_view text) const;
  // nullopt when the budget ended first.
  std::optional<bool> matches(std::string_view text, StepBudget& budget) const;

  // --- Parts of a text that is taken apart already (with Unit::byte, a byte a
  // character). The shortest or longest beginning that matches:
  PartMatch prefix(std::u32string_view text, bool longest,
                   StepBudget& budget) const;
  // The end; not for patterns with add_folders().
  PartMatch suffix(std::u32string_view text, bool longest,
                   StepBudget& budget) const;
  // The longest match at the first place at or behind `from` where there is
  // one; nullopt also when the budget ends.
  std::optional<PlaceMatch> find(std::u32string_view text, std::size_t from,
                                 StepBudget& budget) const;

 private:
  enum class Kind : std::uint8_t {
    character,
    any,
    many,
    set,
    slash,  // the end of add_folders(), which does not have to be there
    maybe,  // the two parts behind it may be left out
  };
  struct Part {
    Kind kind;
    // The character, the one that is not taken, or the index of the set.
    char32_t value;
  };
  class Run;

  char32_t take(std::string_view& text) const;
  bool may_end(std::string_view text) const;
  bool fits(const Part& part, char32_t c) const;

  Unit unit_;
  std::vector<Part> parts_;
  std::vector<CharacterSet> sets_;
  std::size_t needed_ = 0;  // parts that take a character for sure
};

// Patterns of names: `*` stands for any text, also across `/`, and `?` for one
// byte; everything else for itself.
bool is_wildcard(std::string_view text);
bool matches_wildcard(std::string_view pattern, std::string_view text);

}  // namespace harden
