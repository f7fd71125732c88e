#include "dockerfile/syntax/heredoc.h"

#include <optional>

#include "base/text/ascii.h"
#include "dockerfile/syntax/arguments.h"
#include "dockerfile/syntax/logical_line.h"

namespace harden {
namespace {

// Behind a quoted stretch or a `${…}` that begins at `at`; nullopt when it
// never closes.
std::optional<std::size_t> behind_group(std::string_view text, std::size_t at) {
  if (text[at] == '\'') {
    std::size_t close = text.find('\'', at + 1);
    if (close == std::string_view::npos) return std::nullopt;
    return close + 1;
  }
  const char close = text[at] == '"' ? '"' : '}';
  for (std::size_t i = at + (close == '}' ? 2 : 1); i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == close) {
      return i + 1;
    }
  }
  return std::nullopt;
}

// The words of a line, cut at blanks outside of quotes, as spans of the text;
// nullopt when a quote never closes. Blanks behind `<<` do not end a word:
// since frontend 1.16 `<< EOF` is `<<EOF`.
std::optional<std::vector<Span>> shell_words(std::string_view text) {
  std::vector<Span> words;
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_blank(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && !is_blank(text[at])) {
      if (text[at] == '\\') {
        at += 2;
      } else if (text[at] == '\'' || text[at] == '"' ||
                 text.substr(at, 2) == "${") {
        auto behind = behind_group(text, at);
        if (!behind) return std::nullopt;
        at = *behind;
      } else if (text.substr(at, 2) == "<<") {
        at += 2;
        while (at < text.size() && is_blank(text[at])) ++at;
      } else {
        ++at;
      }
    }
    at = std::min(at, text.size());
    words.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
  }
  return words;
}

// The delimiter without its quotes and escapes.
std::string unquoted(std::string_view word) {
  std::string result;
  char quote = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (quote == 0 && (c == '\'' || c == '"')) {
      quote = c;
    } else if (quote != 0 && c == quote) {
      quote = 0;
    } else if (c == '\\' && quote != '\'' && i + 1 < word.size()) {
      result += word[++i];
    } else {
      result += c;
    }
  }
  return result;
}

// BuildKit's ^(\d*)<<(-?)\s*([^<]*)$
std::optional<Heredoc> parse_opener(std::string_view word) {
  Heredoc heredoc;
  std::size_t at = 0;
  while (at < word.size() && is_digit(word[at])) {
    // A descriptor of more digits than any system has stays at the last value.
    if (at < 6) {
      heredoc.file_descriptor =
          heredoc.file_descriptor * 10 + static_cast<unsigned>(word[at] - '0');
    }
    ++at;
  }
  if (word.substr(at, 2) != "<<") return std::nullopt;
  at += 2;
  if (at < word.size() && word[at] == '-') {
    heredoc.strips_tabs = true;
    ++at;
  }
  while (at < word.size() && is_blank(word[at])) ++at;
  std::string_view name = word.substr(at);
  if (name.empty() || name.find('<') != std::string_view::npos) {
    return std::nullopt;
  }
  heredoc.delimiter = unquoted(name);
  if (heredoc.delimiter.empty()) return std::nullopt;
  heredoc.expands = heredoc.delimiter == name;
  return heredoc;
}

std::string_view behind_keyword(std::string_view line) {
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  while (!line.empty() && !is_blank(line.front())) line.remove_prefix(1);
  while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
  return line;
}

}  // namespace

std::vector<Heredoc> heredocs_of_line(const LogicalText& line) {
  std::vector<Heredoc> result;
  auto words = shell_words(line.text);
  if (!words) return result;
  for (Span word : *words) {
    auto heredoc = parse_opener(
        std::string_view(line.text).substr(word.begin, word.size()));
    if (!heredoc) continue;
    heredoc->opener = line.to_source(word.begin, word.end);
    result.push_back(std::move(*heredoc));
  }
  return result;
}

bool is_heredoc(std::string_view word) { return !!parse_opener(word); }

bool may_open_heredocs(std::string_view line) {
  Keyword keyword = keyword_of(line);
  if (keyword == Keyword::onbuild) {
    line = behind_keyword(line);
    keyword = keyword_of(line);
  }
  if (keyword != Keyword::run && keyword != Keyword::copy &&
      keyword != Keyword::add) {
    return false;
  }
  return !is_string_array(behind_flags(behind_keyword(line)));
}

}  // namespace harden
