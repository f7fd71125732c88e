#include "base/quote/json_string.h"

#include <fmt/format.h>

namespace harden {

std::string json_character(char c) {
  if (c == '"' || c == '\\') return std::string("\\") + c;
  if (c == '\t') return "\\t";
  const auto code = static_cast<unsigned char>(c);
  if (code >= 0x20) return std::string(1, c);
  return fmt::format("\\u{:04x}", code);
}

std::string json_string(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) result += json_character(c);
  return result + "\"";
}

std::string json_list(const std::vector<std::string>& texts) {
  std::string result = "[";
  for (const std::string& it : texts) {
    if (result.size() > 1) result += ", ";
    result += json_string(it);
  }
  return result + "]";
}

}  // namespace harden
