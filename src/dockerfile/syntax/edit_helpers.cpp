#include "dockerfile/syntax/edit_helpers.h"

#include <algorithm>
#include <utility>

#include "base/text/ascii.h"

namespace harden {
namespace {

// Index of the first token that begins at or behind `offset`.
std::size_t token_at(const Document& document, std::uint32_t offset) {
  auto found =
      std::lower_bound(document.tokens.begin(), document.tokens.end(), offset,
                       [](const Token& token, std::uint32_t at) {
                         return token.span.begin < at;
                       });
  return static_cast<std::size_t>(found - document.tokens.begin());
}

bool is_blank_line(const Document& document, std::size_t token) {
  return token < document.tokens.size() &&
         document.tokens[token].kind == TokenKind::blank_line;
}

// Whether the file sets its instructions apart where `token` stands: a blank
// line follows the comments that stand there, or the file ends.
bool set_apart(const Document& document, std::size_t token) {
  return is_blank_line(document, token);
}

bool ends_with_newline(const Document& document, std::uint32_t offset) {
  return offset == 0 || document.source->bytes()[offset - 1] == '\n';
}

// Whether the first RUN of several lines writes `&&` at their beginning.
bool operators_lead(const Document& document) {
  for (const Instruction& it : document.instructions) {
    if (it.keyword != Keyword::run) continue;
    const std::string_view text = document.text(it.span);
    for (std::size_t at = text.find("&&"); at != std::string_view::npos;
         at = text.find("&&", at + 2)) {
      const std::size_t before = text.find_last_not_of(" \t", at - 1);
      if (text[before] == '\n') return true;
      const std::size_t behind = text.find_first_not_of(" \t", at + 2);
      const bool ends_line =
          behind < text.size() && text[behind] == document.style.escape;
      if (ends_line) return false;
    }
  }
  return false;
}

// Whether the file ends in a continuation of the instruction. What would be
// added behind it would belong to it; so new lines go before the continuation,
// which then belongs to the last of them and still continues nothing.
bool is_open(const Document& document, const Instruction& instruction) {
  for (std::size_t i = token_at(document, instruction.span.end);
       i < document.tokens.size(); ++i) {
    const Token& token = document.tokens[i];
    if (token.span.begin >= instruction.lines.end ||
        token.kind == TokenKind::newline) {
      return false;
    }
    if (token.kind == TokenKind::continuation ||
        document.text(token.span).front() == document.style.escape) {
      return true;
    }
  }
  return false;
}

std::string joined(const NewLines& lines, std::string_view newline) {
  std::string text;
  for (const std::string& line : lines.lines) {
    text += line;
    text += newline;
  }
  return text;
}

}  // namespace

std::string keyword_in_style(const Document& document, Keyword keyword) {
  const std::string_view name = to_string(keyword);
  return document.style.lower_case_keywords ? lower_case(name)
                                            : std::string(name);
}

std::string joined_commands(const Document& document,
                            const std::vector<std::string>& commands) {
  const Style& style = document.style;
  const bool leads = operators_lead(document);
  std::string text;
  for (const std::string& command : commands) {
    if (!text.empty()) {
      text += leads ? " " : " && ";
      text += style.escape;
      text += style.newline + style.continuation_indent;
      if (leads) text += "&& ";
    }
    text += command;
  }
  return text;
}

Edit insert_after(const Document& document, const Instruction& instruction,
                  const NewLines& lines) {
  const std::string& newline = document.style.newline;
  std::string text = joined(lines, newline);
  if (is_open(document, instruction)) {
    text = newline + text.substr(0, text.size() - newline.size());
    return {{instruction.span.end, instruction.span.end}, std::move(text)};
  }
  const std::uint32_t at = instruction.lines.end;
  const bool last = !ends_with_newline(document, at);
  if (set_apart(document, token_at(document, at))) text = newline + text;
  if (last) {
    // The file's last line stays without a line ending, as it was.
    text = newline + text.substr(0, text.size() - newline.size());
  }
  return {{at, at}, std::move(text)};
}

Edit insert_before(const Document& document, const Instruction& instruction,
                   const NewLines& lines) {
  std::uint32_t at = instruction.lines.begin;
  std::size_t token = token_at(document, at);
  while (token > 0 && document.tokens[token - 1].kind == TokenKind::comment) {
    at = document.tokens[--token].span.begin;
  }
  std::string text = joined(lines, document.style.newline);
  if (token > 0 && is_blank_line(document, token - 1)) {
    text += document.style.newline;
  }
  return {{at, at}, std::move(text)};
}

Edit replace_word(const Word& word, std::string text) {
  return {word.span, std::move(text)};
}

Edit remove_span(const Document& document, Span words) {
  const std::string_view bytes = document.source->bytes();
  const std::size_t next = bytes.find_first_not_of(" \t", words.end);
  const std::size_t end = std::min(next, bytes.size());
  return {{words.begin, static_cast<std::uint32_t>(end)}, {}};
}

Edit add_flag(const Instruction& instruction, std::string_view flag) {
  const std::uint32_t at = instruction.flags.empty()
                               ? instruction.keyword_span.end
                               : instruction.flags.back().span.end;
  return {{at, at}, " " + std::string(flag)};
}

}  // namespace harden
