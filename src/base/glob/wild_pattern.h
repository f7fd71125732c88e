// Patterns as git reads them (wildmatch): of .gitignore files, and of what
// `harden check` is asked to look at.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace harden::cli {

// Compares bytes. A pattern that git takes for broken matches nothing.
class WildPattern {
 public:
  // Whether `*`, `?` and brackets stop at a `/`, and `**` does not.
  enum class Slash : std::uint8_t { separates, is_any_byte };

  WildPattern(std::string_view pattern, Slash slash);

  bool matches(std::string_view text) const;

 private:
  enum class Kind : std::uint8_t {
    literal,
    any,      // ?
    star,     // anything up to a `/`, where that separates
    folders,  // `**`: anything
    one_of,   // [a-z]
  };
  struct Part {
    Kind kind;
    char literal = '\0';
    bool may_skip = false;  // `**/` may stand for nothing
    std::uint32_t set = 0;  // in sets_
  };
  using Set = std::bitset<256>;

  void add_stars(std::string_view pattern, std::size_t& at);
  void add_set(std::string_view pattern, std::size_t& at);
  bool accepts(const Part& part, char c) const;
  static bool is_stars(const Part& part) {
    return part.kind == Kind::star || part.kind == Kind::folders;
  }
  void reach(std::vector<char>& places, std::size_t at) const;
  void step(std::vector<char>& next, std::size_t at) const;

  std::vector<Part> parts_;
  std::vector<Set> sets_;
  Slash slash_;
  bool is_broken_ = false;
};

// The length of what stands before the first `*`, `?`, `[` or backslash.
std::size_t plain_length(std::string_view pattern);

}  // namespace harden::cli
