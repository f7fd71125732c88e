#include "runtime/apparmor/rule_text.h"

namespace harden::apparmor {

// A backslash in front of `{` also keeps `@{` from being a variable.
std::string literal(std::string_view path) {
  static constexpr std::string_view special = "*?[]{}^\"\\";
  std::string result;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      result += '?';
      continue;
    }
    if (special.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string quoted(std::string_view path) { return '"' + literal(path) + '"'; }

// A path of a rule ends in `/` for folders only.
std::string whole_tree(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  if (path.empty()) return "\"/{,**}\"";
  return '"' + literal(path) + "{,/{,**}}\"";
}

}  // namespace harden::apparmor
