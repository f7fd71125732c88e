#include "dockerfile/syntax/directive.h"

#include <algorithm>

#include "base/text/ascii.h"
#include "dockerfile/syntax/logical_line.h"

namespace harden {
namespace {

std::string_view without_blanks_before(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  return text;
}

}  // namespace

std::optional<Directive> parse_directive(std::string_view line) {
  line = without_blanks_before(line);
  if (line.empty() || line.front() != '#') return std::nullopt;
  line = without_blanks_before(line.substr(1));
  std::size_t length = 0;
  while (length < line.size() &&
         (is_letter(line[length]) || (length > 0 && is_digit(line[length])))) {
    ++length;
  }
  if (length == 0) return std::nullopt;
  std::string_view name = line.substr(0, length);
  line = without_blanks_before(line.substr(length));
  if (line.size() < 2 || line.front() != '=') return std::nullopt;
  std::string_view value = without_blanks_before(line.substr(1));
  while (!value.empty() && is_blank(value.back())) value.remove_suffix(1);
  Directive result;
  result.name = lower_case(name);
  if (result.name != "syntax" && result.name != "escape" &&
      result.name != "check") {
    return std::nullopt;
  }
  result.value = value;
  return result;
}

}  // namespace harden
