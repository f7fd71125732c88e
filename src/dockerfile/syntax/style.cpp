#include "dockerfile/syntax/style.h"

#include <algorithm>
#include <map>
#include <string>

namespace harden {
namespace {

bool is_lower_case(std::string_view keyword) {
  return !keyword.empty() && keyword.front() >= 'a' && keyword.front() <= 'z';
}

bool indents(char c) { return c == ' ' || c == '\t'; }

// The indentation of most lines that continue an instruction.
std::string usual_indent(const Document& document) {
  std::map<std::string_view, int> counts;
  for (std::size_t i = 1; i < document.tokens.size(); ++i) {
    if (document.tokens[i].kind != TokenKind::text ||
        document.tokens[i - 1].kind != TokenKind::continuation) {
      continue;
    }
    std::string_view text = document.text(document.tokens[i].span);
    // The indentation is a token of its own.
    if (text.size() <= 16 && std::ranges::all_of(text, indents)) ++counts[text];
  }
  std::string best = Style().continuation_indent;
  int most = 0;
  for (const auto& [indent, count] : counts) {
    if (count > most) {
      most = count;
      best = indent;
    }
  }
  return best;
}

}  // namespace

Style find_style(const Document& document, char escape) {
  Style style;
  style.escape = escape;
  std::string_view bytes = document.source->bytes();
  std::size_t newline = bytes.find('\n');
  if (newline != std::string_view::npos && newline > 0 &&
      bytes[newline - 1] == '\r') {
    style.newline = "\r\n";
  }
  std::size_t lower = 0;
  for (const Instruction& it : document.instructions) {
    lower += is_lower_case(document.text(it.keyword_span));
  }
  style.lower_case_keywords = lower * 2 > document.instructions.size();
  style.continuation_indent = usual_indent(document);
  return style;
}

}  // namespace harden
