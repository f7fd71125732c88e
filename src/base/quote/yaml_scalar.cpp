#include "base/quote/yaml_scalar.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/text/ascii.h"
#include "base/text/utf8.h"

namespace harden {
namespace {

constexpr std::string_view reserved_in_yaml[] = {
    "y", "n", "yes", "no", "on", "off", "true", "false", "null"};

bool may_follow_in_yaml(char c) {
  return is_letter(c) || is_digit(c) ||
         std::string_view("_-./=").find(c) != std::string_view::npos;
}

// No number, date or key begins with a letter or a slash.
bool is_plain_scalar(std::string_view text) {
  if (text.empty() || !(is_letter(text.front()) || text.front() == '/')) {
    return false;
  }
  return std::all_of(text.begin(), text.end(), may_follow_in_yaml) &&
         std::find(std::begin(reserved_in_yaml), std::end(reserved_in_yaml),
                   lower_case(text)) == std::end(reserved_in_yaml);
}

// What YAML readers accept as it is; line ends of Unicode are ends of lines.
bool is_printable_in_yaml(char32_t c) {
  return (c >= 0x20 && c < 0x7f) || (c >= 0xa0 && c < 0x2028) ||
         (c > 0x202e && c < 0xd800) || (c >= 0xe000 && c < 0xfeff) ||
         (c > 0xfeff && c < 0xfffe) || c >= 0x10000;
}

std::string escaped_character(char32_t c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\t':
      return "\\t";
    default:
      break;
  }
  const auto code = static_cast<std::uint32_t>(c);
  return c < 0x100 ? fmt::format("\\x{:02X}", code)
                   : fmt::format("\\u{:04X}", code);
}

}  // namespace

std::string yaml_scalar(std::string_view text) {
  if (is_plain_scalar(text)) return std::string(text);
  std::string result = "\"";
  while (!text.empty()) {
    const Utf8Char c = decode_utf8(text, 0);
    const bool special = c.code == '"' || c.code == '\\';
    // YAML cannot hold bytes that are not text.
    if (!c.valid) {
      result += "\\uFFFD";
    } else if (special || !is_printable_in_yaml(c.code)) {
      result += escaped_character(c.code);
    } else {
      result += text.substr(0, c.size);
    }
    text.remove_prefix(c.size);
  }
  return result + "\"";
}

}  // namespace harden
