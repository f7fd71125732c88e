#include "command/shell_word.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/text/ascii.h"

namespace harden {
namespace {

using shell::WordPart;

bool is_name_start(char c) { return is_letter(c) || c == '_'; }

// Of `$'…'`, which only some shells know.
bool is_ansi_quoted(const WordPart& part, std::string_view text) {
  return part.kind == WordPart::Kind::text && part.quoted &&
         part.span.begin >= 2 && text.substr(part.span.begin - 2, 2) == "$'";
}

// `$NAME`, `${NAME…}`: what ENV, ARG and assignments can tell.
bool is_named(const WordPart& part) {
  return (part.kind == WordPart::Kind::variable ||
          part.kind == WordPart::Kind::parameter) &&
         !part.text.empty() && is_name_start(part.text[0]);
}

void add_part(ShellWord& word, const WordPart& part, std::string_view text) {
  Span span = part.span;
  if (is_ansi_quoted(part, text)) {
    span = {span.begin - 2, span.end + 1};
  } else if (part.kind == WordPart::Kind::text) {
    word.value += part.text;
    return;
  }
  const auto begin = static_cast<std::uint32_t>(word.value.size());
  word.value += text.substr(span.begin, span.size());
  word.known = false;
  if (is_named(part)) {
    word.variables.push_back(
        {begin, static_cast<std::uint32_t>(word.value.size())});
  } else {
    word.opaque = true;
  }
}

}  // namespace

ShellWord shell_word(const shell::Word& word, std::string_view text) {
  const WordPart& first = word.parts.front();
  const bool plain = word.parts.size() == 1 && !first.quoted &&
                     first.kind == WordPart::Kind::text;
  if (plain) return {.value = first.text, .span = word.span};
  ShellWord result;
  result.span = word.span;
  for (const WordPart& part : word.parts) add_part(result, part, text);
  return result;
}

ShellWord raw_shell_word(std::string_view text, Span span) {
  ShellWord result;
  result.value = text.substr(span.begin, span.size());
  result.span = span;
  result.known = false;
  result.opaque = true;
  return result;
}

std::size_t behind_bracket(std::string_view text, std::size_t at) {
  std::string closers;  // what is still open; a stack, so no recursion
  for (; at < text.size(); ++at) {
    const char c = text[at];
    const bool quoted = !closers.empty() && closers.back() == '"';
    const char before = at > 0 ? text[at - 1] : '\0';
    if (c == '\\') {
      ++at;
    } else if (!closers.empty() && c == closers.back()) {
      closers.pop_back();
    } else if (c == '"') {
      closers += '"';
    } else if (c == '\'' && !quoted) {
      at = std::min(text.find('\'', at + 1), text.size());
    } else if (c == '(' && (!quoted || before == '$')) {
      closers += ')';
    } else if (c == '{' && (closers.empty() || before == '$')) {
      closers += '}';
    }
    if (closers.empty()) return std::min(at + 1, text.size());
  }
  return text.size();
}

}  // namespace harden
