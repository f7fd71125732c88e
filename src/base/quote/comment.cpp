#include "base/quote/comment.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

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

std::string_view behind_hashes(std::string_view word) {
  word.remove_prefix(std::min(word.find_first_not_of('#'), word.size()));
  return word;
}

// What is an order where a comment begins with it.
bool gives_orders(std::string_view word) {
  const std::string_view rest = behind_hashes(word);
  return rest.starts_with(directive_mark) || rest.starts_with("shellcheck");
}

// The words, in pieces that stay on one line. One that gives orders stays
// behind the word in front of it, or else behind a colon.
std::vector<std::string> pieces(std::string_view text) {
  std::vector<std::string> result;
  std::string_view last = "#";
  for (auto word = next_word(text); !word.empty(); word = next_word(text)) {
    const bool begins = behind_hashes(last).empty() || word.front() == '#';
    if (!gives_orders(word)) {
      result.emplace_back(word);
    } else if (begins) {
      result.push_back(": " + std::string(behind_hashes(word)));
    } else {
      result.back() += " " + std::string(word);
    }
    last = word;
  }
  return result;
}

}  // namespace

std::string comment(std::string_view text, std::string_view indent) {
  const std::string safe = visible(text);
  const std::string_view hang = safe.starts_with("- ") ? "  " : "";
  std::string result;
  std::string line;  // without the hang that all but the first have
  const auto flush = [&] {
    if (line.empty()) return;
    result +=
        fmt::format("{}#{}{}\n", indent, result.empty() ? "" : hang, line);
    line.clear();
  };
  for (const std::string& it : pieces(safe)) {
    const std::size_t width = indent.size() + hang.size() +
                              characters_of(line) + characters_of(it) + 2;
    if (width > last_column) flush();
    line.append(" ").append(it);
  }
  flush();
  return result;
}

}  // namespace harden
