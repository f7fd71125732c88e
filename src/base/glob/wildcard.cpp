#include "base/glob/wildcard.h"

#include <cstddef>

#include "base/glob/glob.h"

namespace harden {
namespace {

bool is_special(char c) { return c == '*' || c == '?'; }

}  // namespace

bool is_wildcard(std::string_view text) {
  return text.find_first_of("*?") != std::string_view::npos;
}

bool matches_wildcard(std::string_view pattern, std::string_view text) {
  // Nearly all are compared in vain: no need to read the rest for that.
  std::size_t plain = 0;
  while (plain < pattern.size() && !is_special(pattern[plain])) {
    if (plain == text.size() || pattern[plain] != text[plain]) return false;
    ++plain;
  }
  if (plain == pattern.size()) return text.size() == plain;
  std::size_t tail = pattern.size();
  while (!is_special(pattern[tail - 1])) --tail;
  if (!text.ends_with(pattern.substr(tail))) return false;
  const std::size_t sure = plain + pattern.size() - tail;
  if (text.size() < sure) return false;
  if (tail == plain + 1 && pattern[plain] == '*') return true;
  Glob glob(Glob::Unit::byte);
  for (const char c : pattern.substr(plain)) {
    if (c == '*') {
      glob.add_many();
    } else if (c == '?') {
      glob.add_any();
    } else {
      glob.add_character(static_cast<unsigned char>(c));
    }
  }
  return glob.matches(text.substr(plain));
}

}  // namespace harden
