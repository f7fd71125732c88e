#include "dockerfile/syntax/tokenize.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "base/text/ascii.h"
#include "dockerfile/syntax/heredoc.h"
#include "dockerfile/syntax/logical_line.h"
#include "shell/grammar/longest_match.h"

namespace harden {
namespace {

#include "scanner_tables.inc"

constexpr grammar_tables::Tables tables{next_row, accepted_rule, column_count,
                                        first_accepting};
constexpr int mode_line = 1;  // the grammar's first `mode`

std::string_view without_blanks_before(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  return text;
}

struct LogicalLineStart {
  std::uint32_t begin;
  std::uint32_t text_end;  // before the line ending
  std::uint32_t end;
};

LogicalLineStart line_at(std::string_view source, std::uint32_t begin) {
  std::size_t newline = source.find('\n', begin);
  std::size_t end =
      newline == std::string_view::npos ? source.size() : newline + 1;
  std::size_t text_end = end;
  while (text_end > begin &&
         (source[text_end - 1] == '\n' || source[text_end - 1] == '\r')) {
    --text_end;
  }
  return {begin, static_cast<std::uint32_t>(text_end),
          static_cast<std::uint32_t>(end)};
}

bool ends(const Heredoc& heredoc, std::string_view source,
          const LogicalLineStart& line) {
  std::uint32_t begin = line.begin;
  if (heredoc.strips_tabs) {
    while (begin < line.text_end && source[begin] == '\t') ++begin;
  }
  return source.substr(begin, line.text_end - begin) == heredoc.delimiter;
}

class Tokenizer {
 public:
  Tokenizer(std::string_view source, char escape, Lexemes& lexemes)
      : source_(source), escape_(escape), lexemes_(lexemes) {}

  TokenList run() {
    if (std::uint32_t mark = behind_byte_order_mark(source_); mark != 0) {
      list_.lexemes.push_back({Symbol::bom, {0, mark}});
    }
    for (;;) {
      Lexeme lexeme = lexemes_.next();
      if (lexeme.symbol == Symbol::end_of_input) break;
      add(lexeme);
    }
    // The file ends in an instruction: what it opens never ends.
    if (in_instruction_) {
      read_heredocs(static_cast<std::uint32_t>(source_.size()));
    }
    return std::move(list_);
  }

 private:
  void add(const Lexeme& lexeme) {
    bool in_line = in_instruction_;
    if (!in_line && (lexeme.symbol == Symbol::keyword ||
                     lexeme.symbol == Symbol::onbuild)) {
      in_instruction_ = true;
      first_ = list_.lexemes.size();
    }
    list_.lexemes.push_back(lexeme);
    if (lexeme.symbol != Symbol::newline) return;
    in_instruction_ = false;
    read_heredocs(lexeme.span.end);
  }

  void read_heredocs(std::uint32_t behind) {
    const Lexeme* begin = list_.lexemes.data() + first_;
    const Lexeme* end = list_.lexemes.data() + list_.lexemes.size();
    std::uint32_t from = begin->span.begin;
    if (source_.substr(from, behind - from).find("<<") ==
        std::string_view::npos) {
      return;
    }
    LogicalText line = join(source_, begin, end, escape_);
    if (!may_open_heredocs(line.text)) return;
    std::vector<Heredoc> heredocs = heredocs_of_line(line);
    if (heredocs.empty()) return;
    std::size_t newline = list_.lexemes.size() - 1;
    for (Heredoc& heredoc : heredocs) behind = read(heredoc, behind);
    list_.groups.push_back({newline, std::move(heredocs)});
    lexemes_.resume_at_line(behind);
  }

  // Adds the body and the terminator; returns the offset behind them.
  std::uint32_t read(Heredoc& heredoc, std::uint32_t begin) {
    std::uint32_t at = begin;
    const auto size = static_cast<std::uint32_t>(source_.size());
    heredoc.terminator = {size, size};
    while (at < size) {
      LogicalLineStart line = line_at(source_, at);
      if (ends(heredoc, source_, line)) {
        heredoc.terminator = {line.begin, line.end};
        break;
      }
      at = line.end;
    }
    heredoc.body = {begin, at};
    if (at > begin)
      list_.lexemes.push_back({Symbol::heredoc_body, heredoc.body});
    if (heredoc.terminator.empty()) return at;
    list_.lexemes.push_back({Symbol::heredoc_end, heredoc.terminator});
    return heredoc.terminator.end;
  }

  std::string_view source_;
  char escape_;
  Lexemes& lexemes_;
  TokenList list_;
  bool in_instruction_ = false;
  std::size_t first_ = 0;
};

}  // namespace

Scanner::Scanner(std::string_view bytes, char escape, std::uint32_t offset)
    : bytes_(bytes), at_(offset) {
  std::copy(std::begin(column_of_byte), std::end(column_of_byte), columns_);
  // The grammar knows one escape character: the other takes its place.
  if (escape == '`') std::swap(columns_[int{'`'}], columns_[int{'\\'}]);
}

Lexeme Scanner::next() {
  const std::uint32_t begin = at_;
  const auto [rule, end] = grammar_tables::longest_match(
      tables, columns_, start_of_mode[mode_], bytes_, begin);
  if (rule == 0) {
    if (begin == bytes_.size()) return {Symbol::end_of_input, {begin, begin}};
    throw std::logic_error("the grammar has no token for a byte");
  }
  const int mode = mode_after_rule[rule];
  if (mode >= 0) mode_ = mode;
  at_ = end;
  return {static_cast<Symbol>(type_of_rule[rule]), {begin, end}};
}

void Scanner::resume_at_line(std::uint32_t offset) {
  at_ = offset;
  mode_ = mode_line;
}

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

std::uint32_t behind_byte_order_mark(std::string_view source) {
  return source.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
}

char find_escape(std::string_view source) {
  std::uint32_t at = behind_byte_order_mark(source);
  while (at < source.size()) {
    LogicalLineStart line = line_at(source, at);
    auto directive =
        parse_directive(source.substr(at, line.text_end - line.begin));
    if (!directive) return '\\';
    if (directive->name == "escape") {
      return directive->value == "`" ? '`' : '\\';
    }
    at = line.end;
  }
  return '\\';
}

TokenList tokenize(std::string_view source, char escape, Lexemes& lexemes) {
  return Tokenizer(source, escape, lexemes).run();
}

}  // namespace harden
