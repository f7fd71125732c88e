#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "DockerfileParser.h"
#include "base/text/ascii.h"
#include "dockerfile/document.h"
#include "dockerfile/syntax/arguments.h"
#include "dockerfile/syntax/logical_line.h"
#include "dockerfile/syntax/problems.h"
#include "dockerfile/syntax/tokenize.h"

namespace harden {
namespace {

// The file's own habits.

bool is_lower_case(std::string_view keyword) {
  return !keyword.empty() && keyword.front() >= 'a' && keyword.front() <= 'z';
}

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
    if (text.size() <= 16 && std::ranges::all_of(text, is_blank))
      ++counts[text];
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

// The parse tree of the grammar, reduced to what the rest needs of it.

// The lexemes [begin, end) of an instruction, its newline and heredocs
// included.
struct InstructionRange {
  std::size_t begin;
  std::size_t end;
};

class TreeParser final : public grammar::DockerfileParser {
 public:
  explicit TreeParser(const std::vector<Lexeme>& lexemes)
      : DockerfileParser(nullptr) {
    set_symbols(lexemes, [](const Lexeme& it) { return it.symbol; });
  }

  std::vector<InstructionRange> run() {
    parse_at(0, [this] { dockerfile(); });
    if (events().empty()) {
      throw std::logic_error("the grammar refuses a sequence of tokens");
    }
    return instructions();
  }

 private:
  std::vector<InstructionRange> instructions() const {
    using Kind = RuleEvent::Kind;
    std::vector<InstructionRange> result;
    std::size_t place = 0;
    for (const RuleEvent& it : events()) {
      if (it.kind == Kind::symbol) place = it.value + 1;
      if (it.value != RuleInstruction) continue;
      if (it.kind == Kind::enter) result.push_back({place, place});
      if (it.kind == Kind::leave) result.back().end = place;
    }
    return result;
  }
};

// Parses with grammar/DockerfileParser.g4. Throws std::logic_error when the
// grammar refuses the lexemes: it accepts every sequence that the lexer makes.
std::vector<InstructionRange> parse_tree(const std::vector<Lexeme>& lexemes) {
  return TreeParser(lexemes).run();
}

TokenKind kind_of(Symbol symbol) {
  switch (symbol) {
    case Symbol::bom:
      return TokenKind::bom;
    case Symbol::directive:
      return TokenKind::directive;
    case Symbol::comment:
      return TokenKind::comment;
    case Symbol::blank_line:
      return TokenKind::blank_line;
    case Symbol::space:
      return TokenKind::space;
    case Symbol::onbuild:
    case Symbol::keyword:
      return TokenKind::keyword;
    case Symbol::continuation:
      return TokenKind::continuation;
    case Symbol::newline:
      return TokenKind::newline;
    case Symbol::heredoc_body:
      return TokenKind::heredoc_body;
    case Symbol::heredoc_end:
      return TokenKind::heredoc_end;
    case Symbol::text:
    case Symbol::end_of_input:
      return TokenKind::text;
  }
  return TokenKind::text;
}

class DocumentParser {
 public:
  explicit DocumentParser(SourceFile source) {
    document_.source = std::make_shared<const SourceFile>(std::move(source));
  }

  Document run() {
    const std::string_view bytes = document_.source->bytes();
    escape_ = find_escape(bytes);
    Scanner scanner(bytes, escape_, behind_byte_order_mark(bytes));
    TokenList list = tokenize(bytes, escape_, scanner);
    add_tokens(list.lexemes);
    add_instructions(list);
    add_stages();
    document_.style = find_style(document_, escape_);
    report_document_problems(document_);
    return std::move(document_);
  }

 private:
  void add_tokens(const std::vector<Lexeme>& lexemes) {
    document_.tokens.reserve(lexemes.size());
    bool at_top = true;
    for (const Lexeme& lexeme : lexemes) {
      TokenKind kind = kind_of(lexeme.symbol);
      if (kind == TokenKind::directive) {
        at_top = at_top && add_directive(lexeme);
        if (!at_top) kind = TokenKind::comment;
      }
      document_.tokens.push_back({kind, lexeme.span});
    }
  }

  // False when the line is a comment after all, which ends the directives:
  // another name, or no value.
  bool add_directive(const Lexeme& lexeme) {
    std::string_view line = document_.text(lexeme.span);
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) {
      line.remove_suffix(1);
    }
    auto directive = parse_directive(line);
    if (!directive) return false;
    directive->span = {
        lexeme.span.begin,
        lexeme.span.begin + static_cast<std::uint32_t>(line.size())};
    document_.directives.push_back(std::move(*directive));
    return true;
  }

  void add_instructions(TokenList& list) {
    auto group = list.groups.begin();
    const auto ranges = parse_tree(list.lexemes);
    document_.instructions.reserve(ranges.size());
    for (const auto& [begin, end] : ranges) {
      const Lexeme* first = list.lexemes.data() + begin;
      const Lexeme* last = list.lexemes.data() + end;
      LogicalText line = join(document_.source->bytes(), first, last, escape_);
      // A lone escape character at the end of the file continues nothing.
      if (line.text.empty()) continue;
      Instruction it = build_instruction(line, escape_, document_.problems);
      if (it.keyword == Keyword::unknown) {
        document_.problems.push_back(unknown_instruction(it, line.text));
      }
      it.lines = {line_begin(list.lexemes, begin), (last - 1)->span.end};
      if (group != list.groups.end() && group->newline < end) {
        it.heredocs = std::move(group->heredocs);
        ++group;
      }
      document_.instructions.push_back(std::move(it));
    }
  }

  // Where the line of the keyword begins, its indentation included.
  static std::uint32_t line_begin(const std::vector<Lexeme>& lexemes,
                                  std::size_t keyword) {
    if (keyword > 0 && lexemes[keyword - 1].symbol == Symbol::space) --keyword;
    return lexemes[keyword].span.begin;
  }

  void add_stages() {
    auto& instructions = document_.instructions;
    for (std::size_t i = 0; i < instructions.size(); ++i) {
      if (instructions[i].keyword != Keyword::from) continue;
      if (!document_.stages.empty()) document_.stages.back().end = i;
      Stage stage{i, instructions.size(), {}};
      const auto* from = instructions[i].as<From>();
      if (from != nullptr && from->alias) {
        stage.name = lower_case(from->alias->value);
      }
      document_.stages.push_back(std::move(stage));
    }
  }

  Document document_;
  char escape_ = '\\';
};

}  // namespace

Document parse(SourceFile source) {
  return DocumentParser(std::move(source)).run();
}

const Flag* Instruction::flag(std::string_view name) const {
  auto found = std::find_if(flags.begin(), flags.end(),
                            [&](const Flag& it) { return it.name == name; });
  return found == flags.end() ? nullptr : &*found;
}

std::string_view shell_text(const Instruction& instruction,
                            const Command& command) {
  return std::string_view(instruction.arguments.text)
      .substr(command.text_begin);
}

}  // namespace harden
