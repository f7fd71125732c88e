#include "base/quote/markdown_cell.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/quote/visible_text.h"

namespace harden {
namespace {

bool is_plain_in_markdown(char c) {
  constexpr std::string_view harmless = " ,;-/()'=+%?$";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80 ||
         harmless.find(c) != harmless.npos;
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

}  // namespace

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
