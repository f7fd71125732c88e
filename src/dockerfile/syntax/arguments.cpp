#include "dockerfile/syntax/arguments.h"

#include <algorithm>
#include <utility>

#include "base/text/ascii.h"
#include "base/text/enum_words.h"
#include "base/text/word_lists.h"
#include "dockerfile/syntax/logical_line.h"

namespace harden {
namespace {

constexpr auto keywords = enum_words<Keyword::add, Keyword::workdir>(
    "ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM",
    "HEALTHCHECK", "LABEL", "MAINTAINER", "ONBUILD", "RUN", "SHELL",
    "STOPSIGNAL", "USER", "VOLUME", "WORKDIR");

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

Word make_word(const LogicalText& text, std::size_t begin, std::size_t end) {
  return {text.to_source(static_cast<std::uint32_t>(begin),
                         static_cast<std::uint32_t>(end)),
          text.text.substr(begin, end - begin)};
}

// Behind the word at `at`. Inside quotes blanks are part of it; `escape`
// protects the next character, but not in single quotes.
std::size_t behind_quoted_word(std::string_view text, std::size_t at,
                               char escape) {
  char quote = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote == 0 && is_blank(c)) break;
    if (c == escape && quote != '\'') {
      if (at + 1 < text.size()) ++at;
    } else if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    }
  }
  return at;
}

bool begins_flag(std::string_view text, std::size_t at) {
  return text.substr(at, 2) == "--";
}

Flag make_flag(const LogicalText& line, std::size_t begin, std::size_t end) {
  Flag flag;
  flag.span = line.to_source(static_cast<std::uint32_t>(begin),
                             static_cast<std::uint32_t>(end));
  std::string_view text =
      std::string_view(line.text).substr(begin + 2, end - begin - 2);
  std::size_t equals = text.find('=');
  flag.name = text.substr(0, equals);
  if (equals != std::string_view::npos) {
    flag.value = make_word(line, begin + 2 + equals + 1, end);
    std::string& value = flag.value->value;
    // Flags lose their quotes wherever they stand.
    std::erase_if(value, [](char c) { return c == '"' || c == '\''; });
  }
  return flag;
}

// Calls `found(begin, end)` for each flag; returns where the arguments begin.
// A lone `--` ends the flags and belongs to the arguments.
template <typename Found>
std::size_t for_each_flag(std::string_view text, std::size_t at, Found found) {
  for (;;) {
    at = skip_blanks(text, at);
    if (!begins_flag(text, at)) return at;
    std::size_t end = behind_quoted_word(text, at, '\\');
    if (end - at == 2) return end;
    found(at, end);
    at = end;
  }
}

}  // namespace

Keyword keyword_of(std::string_view line) {
  std::size_t begin = skip_blanks(line, 0);
  std::size_t end = begin;
  while (end < line.size() && !is_blank(line[end])) ++end;
  std::string_view word = line.substr(begin, end - begin);
  for (std::size_t i = 0; i < keywords.words.size(); ++i) {
    if (equals_ignoring_case(word, keywords.words[i])) {
      return keywords.values[i];
    }
  }
  return Keyword::unknown;
}

std::string_view closest_keyword(std::string_view word) {
  return closest(word, keywords.all());
}

Flags parse_flags(const LogicalText& line, std::size_t begin) {
  Flags flags;
  flags.rest = for_each_flag(line.text, begin, [&](auto from, auto to) {
    flags.list.push_back(make_flag(line, from, to));
  });
  return flags;
}

std::string_view behind_flags(std::string_view text) {
  return text.substr(for_each_flag(text, 0, [](auto, auto) {}));
}

std::vector<Word> words_between_blanks(const LogicalText& text) {
  std::vector<Word> words;
  std::size_t at = 0;
  for (;;) {
    at = skip_blanks(text.text, at);
    if (at == text.text.size()) return words;
    std::size_t end = at;
    while (end < text.text.size() && !is_blank(text.text[end])) ++end;
    words.push_back(make_word(text, at, end));
    at = end;
  }
}

std::vector<Word> words_with_quotes(const LogicalText& text, char escape) {
  std::vector<Word> words;
  std::size_t at = 0;
  for (;;) {
    at = skip_blanks(text.text, at);
    if (at == text.text.size()) return words;
    std::size_t end = behind_quoted_word(text.text, at, escape);
    words.push_back(make_word(text, at, end));
    at = end;
  }
}

std::string_view to_string(Keyword keyword) { return keywords.of(keyword); }

}  // namespace harden
