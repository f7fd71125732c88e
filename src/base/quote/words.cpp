#include "base/quote/words.h"

#include <algorithm>

#include "base/quote/json_string.h"
#include "base/text/ascii.h"

namespace harden {
namespace {

bool is_bare_in_shell(char c) {
  return is_alnum(c) ||
         std::string_view("_-./:=,@%+").find(c) != std::string_view::npos;
}

}  // namespace

bool is_bare_word(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), is_bare_in_shell);
}

std::string shell_word(std::string_view text) {
  if (is_bare_word(text)) return std::string(text);
  std::string word = "'";
  for (const char c : text) {
    if (c == '\'') {
      word += "'\\''";
    } else if (c != '\0') {
      word += c;
    }
  }
  return word + "'";
}

std::string in_double_quotes(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '\0') continue;
    if (std::string_view("$`\"\\").find(c) != std::string_view::npos) {
      result += '\\';
    }
    result += c;
  }
  return result;
}

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\n\r") == std::string_view::npos &&
      !text.starts_with(' ')) {
    return std::string(text);
  }
  std::string field = "\"";
  for (const char c : text) {
    if (c == '"') field += '"';
    field += c;
  }
  return field + "\"";
}

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
