#include "base/quote/markdown.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/quote/visible_text.h"
#include "base/text/ascii.h"

namespace harden {
namespace {

bool is_word_in_markdown(char c) {
  return is_alnum(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool is_plain_in_markdown(char c) {
  constexpr std::string_view harmless = " ,;-/()'=+%?$";
  return is_word_in_markdown(c) || harmless.find(c) != harmless.npos;
}

// References to characters are text to every reader of Markdown, whatever they
// stand for. The invisible blank behind `@` keeps GitHub and GitLab from
// looking for a name, which they do in the finished page.
std::string escaped_markdown(std::string_view text, bool code) {
  std::string result;
  for (const char c : text) {
    result += is_plain_in_markdown(c)
                  ? std::string(1, c)
                  : fmt::format("&#{};", static_cast<unsigned>(c));
    if (c == '@' && !code) result += "&#8203;";
  }
  return result;
}

// Whether the character may begin or end something. An underscore within a word
// does not, nor does a sign between blanks.
bool is_markup(std::string_view text, std::size_t at) {
  const char c = text[at];
  const char before = at > 0 ? text[at - 1] : ' ';
  const char after = at + 1 < text.size() ? text[at + 1] : ' ';
  if (c == '_')
    return !is_word_in_markdown(before) || !is_word_in_markdown(after);
  if (c == '*' || c == '~') return before != ' ' || after != ' ' || at == 0;
  if (c == '&') return is_word_in_markdown(after) || after == '#';
  return std::string_view("\\`<[|").find(c) != std::string_view::npos;
}

bool ends_sign(std::string_view text, std::size_t at) {
  return at == text.size() || text[at] == ' ';
}

// Where a backslash keeps the text from beginning a block (`# `, `- `, `1. `,
// `> `, `---`); npos: nowhere.
std::size_t block_sign(std::string_view text) {
  if (text.empty()) return text.npos;
  const auto end_of = [&](std::string_view signs) {
    return std::min(text.find_first_not_of(signs), text.size());
  };
  const std::size_t digits = end_of("0123456789");
  if (digits > 0) {
    const bool list = digits < text.size() &&
                      (text[digits] == '.' || text[digits] == ')') &&
                      ends_sign(text, digits + 1);
    return list ? digits : text.npos;
  }
  const bool block = text[0] == '>' ||
                     (text[0] == '#' && ends_sign(text, end_of("#"))) ||
                     (text[0] == '-' && ends_sign(text, end_of("-"))) ||
                     (text[0] == '+' && ends_sign(text, 1));
  return block ? 0 : text.npos;
}

void add_text(std::string_view text, std::string& result) {
  const std::size_t sign = result.empty() ? block_sign(text) : text.npos;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at == sign || is_markup(text, at)) result += '\\';
    result += text[at];
  }
}

}  // namespace

std::string markdown_text(std::string_view text) {
  const std::string shown = visible(text);
  std::string_view rest = shown;
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  std::string result;
  for (;;) {
    const auto begin = rest.find('`');
    const auto end = begin == rest.npos ? begin : rest.find('`', begin + 1);
    const bool code = end != rest.npos && end > begin + 1;
    if (!code) break;
    add_text(rest.substr(0, begin), result);
    result += rest.substr(begin, end + 1 - begin);
    rest.remove_prefix(end + 1);
  }
  add_text(rest, result);
  return result;
}

std::string markdown_block(std::string_view lines) {
  std::size_t longest = 2;
  for (std::size_t at = lines.find('`'); at != lines.npos;) {
    const auto end = std::min(lines.find_first_not_of('`', at), lines.size());
    longest = std::max(longest, end - at);
    at = lines.find('`', end);
  }
  const std::string fence(longest + 1, '`');
  const bool ended = lines.empty() || lines.back() == '\n';
  return fmt::format("{0}\n{1}{2}{0}\n", fence, lines, ended ? "" : "\n");
}

std::string markdown_code(std::string_view text) {
  return "<code>" + escaped_markdown(visible(text), true) + "</code>";
}

std::string markdown_cell(std::string_view text) {
  const std::string shown = visible(text);
  std::string_view rest = shown;
  std::string result;
  for (;;) {
    const auto begin = rest.find('`');
    const auto end = begin == rest.npos ? begin : rest.find('`', begin + 1);
    if (end == rest.npos) return result + escaped_markdown(rest, false);
    result += escaped_markdown(rest.substr(0, begin), false) + "<code>" +
              escaped_markdown(rest.substr(begin + 1, end - begin - 1), true) +
              "</code>";
    rest.remove_prefix(end + 1);
  }
}

}  // namespace harden
