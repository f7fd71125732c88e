#include "base/glob/wildcard.h"

#include <algorithm>

#include "base/glob/glob.h"

namespace harden {

bool is_wildcard(std::string_view text) {
  return text.find_first_of("*?") != std::string_view::npos;
}

bool matches_wildcard(std::string_view pattern, std::string_view text) {
  // Nearly all are compared in vain: no need to read the rest for that.
  const auto plain = std::min(pattern.find_first_of("*?"), pattern.size());
  if (!text.starts_with(pattern.substr(0, plain))) return false;
  if (plain == pattern.size()) return text.size() == plain;
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
