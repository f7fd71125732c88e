#include "base/quote/dockerfile_word.h"

#include "base/quote/json_string.h"

namespace harden {

std::string dockerfile_word(std::string_view text, char escape) {
  std::string result;
  for (const char c : text) {
    if (c == '$' || c == '"' || c == '\'' || c == escape) result += escape;
    result += c;
  }
  return result;
}

std::string copy_paths(std::string_view from, std::string_view to,
                       char escape) {
  const std::string source = dockerfile_word(from, escape);
  const std::string target = dockerfile_word(to, escape);
  const auto has_blanks = [](std::string_view text) {
    return text.find_first_of(" \t\r\n\v\f") != text.npos;
  };
  if (has_blanks(source) || has_blanks(target)) {
    return json_list({source, target});
  }
  return source + " " + target;
}

}  // namespace harden
