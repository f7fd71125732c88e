// Patterns of the shell: `*`, `?`, `[…]`, as in `case`, `[[ … == … ]]` and
// `${NAME#…}`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace harden::script {

class Pattern {
 public:
  // Characters that stand for themselves.
  void add_literal(std::string_view text);
  // A pattern as written, without quotes; a backslash hides one character.
  void add_pattern(std::string_view text);

  bool matches(std::string_view text) const;
  // Of which length the shortest or longest matching beginning is.
  std::optional<std::size_t> prefix(std::string_view text, bool longest) const;
  std::optional<std::size_t> suffix(std::string_view text, bool longest) const;

 private:
  struct Item {
    enum class Kind { character, any_one, any_many, set };
    Kind kind = Kind::character;
    char character = 0;
    bool inverted = false;
    std::string set = {};  // "a-z" is written out
  };
  std::size_t add_set(std::string_view text, std::size_t at);
  static bool fits(const Item& item, char c);

  std::vector<Item> items_;
};

}  // namespace harden::script
