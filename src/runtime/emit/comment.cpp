#include "runtime/emit/comment.h"

#include <fmt/format.h>

#include "base/quote/visible_text.h"

namespace harden {
namespace {

constexpr std::size_t last_column = 80;

// Columns are counted as code points, which is near enough for a line's end.
std::size_t characters_of(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) ++count;
  }
  return count;
}

std::string_view next_word(std::string_view& rest) {
  const std::size_t begin = rest.find_first_not_of(' ');
  if (begin == std::string_view::npos) return rest = {};
  rest.remove_prefix(begin);
  const std::string_view word = rest.substr(0, rest.find(' '));
  rest.remove_prefix(word.size());
  return word;
}

}  // namespace

std::string why(const std::vector<Reason>& reasons) {
  std::string text;
  for (const Reason& it : reasons) {
    std::string one = it.text;
    if (!it.place.empty()) one += " (" + it.place + ")";
    text = joined_reasons(text, one);
  }
  return text;
}

std::string joined_reasons(const std::string& text, const std::string& more) {
  return text.empty() ? more : more.empty() ? text : text + "; " + more;
}

std::string comment(std::string_view text, std::string_view indent) {
  const std::string safe = visible(text);
  std::string_view rest = safe;
  const std::string_view hang = rest.starts_with("- ") ? "  " : "";
  std::string result;
  std::string line;  // without the hang that all but the first have
  const auto flush = [&] {
    if (line.empty()) return;
    result +=
        fmt::format("{}#{}{}\n", indent, result.empty() ? "" : hang, line);
    line.clear();
  };
  for (auto word = next_word(rest); !word.empty(); word = next_word(rest)) {
    const std::size_t width = indent.size() + hang.size() +
                              characters_of(line) + characters_of(word) + 2;
    if (width > last_column) flush();
    // shellcheck takes a comment that begins with its name for an order.
    if (line.empty() && word.starts_with("shellcheck")) line = " :";
    line.append(" ").append(word);
  }
  flush();
  return result;
}

}  // namespace harden
