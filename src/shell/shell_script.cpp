#include "shell/shell_script.h"

#include <algorithm>
#include <utility>

#include "base/text/paths.h"
#include "shell/syntax_events.h"
#include "shell/tokenizer.h"
#include "shell/tree_builder.h"

namespace harden::shell {
namespace {

// After as many statements that cannot be read, the rest is one of them.
constexpr std::size_t max_unreadable = 16;
// A tree needs up to 300 times the memory of its text.
constexpr std::size_t max_units = 500'000;

// What is open at a place; a bracket closes only a bracket.
class Nesting {
 public:
  void add(Symbol symbol) {
    if (symbol == Symbol::open) ++brackets_;
    if (symbol == Symbol::close && brackets_ > 0) --brackets_;
    if (opens_compound(symbol)) ++words_;
    if (closes_compound(symbol) && words_ > 0) --words_;
  }
  bool none() const { return brackets_ == 0 && words_ == 0; }

 private:
  std::size_t brackets_ = 0;
  std::size_t words_ = 0;
};

bool separates(Symbol symbol) {
  return symbol == Symbol::newline || symbol == Symbol::semi ||
         symbol == Symbol::amp;
}

class ScriptReader {
 public:
  ScriptReader(const Pieces& pieces, std::string_view text)
      : pieces_(pieces), text_(text), builder_(pieces, text) {}

  List read() {
    const std::size_t count = pieces_.units.size();
    if (count == 0) return {};
    if (count > max_units) {
      add_opaque(count, "it is very long");
      return std::move(commands_);
    }
    SyntaxReader syntax(pieces_.units);
    while (at_ < count) {
      if (pieces_.units[at_].symbol == Symbol::newline) {
        ++at_;
        continue;
      }
      const std::vector<Event>& events = syntax.statement(at_);
      if (events.empty()) {
        unreadable(syntax.stopped_at());
      } else {
        commands_.push_back(builder_.statement(events));
        at_ = last_symbol(events) + 1;
      }
    }
    return std::move(commands_);
  }

 private:
  static std::size_t last_symbol(const std::vector<Event>& events) {
    std::size_t at = events.size() - 1;
    while (events[at].kind != Event::Kind::symbol) --at;
    return events[at].value;
  }

  // Goes on behind the command: where all that it opened is closed, or where
  // nothing closes it, behind the line.
  void unreadable(std::size_t stopped) {
    const std::size_t count = pieces_.units.size();
    const auto why = [&] {
      return stopped < count ? "`" + beginning(stopped) + "` is not expected"
                             : std::string("it does not end");
    };
    if (++unreadable_ == max_unreadable) return add_opaque(count, why());
    Nesting nesting;
    std::size_t line_end = count;
    for (std::size_t i = at_; i < count; ++i) {
      const Symbol symbol = pieces_.units[i].symbol;
      nesting.add(symbol);
      if (i < stopped || !separates(symbol)) continue;
      if (nesting.none()) return add_opaque(i, why());
      if (symbol == Symbol::newline) line_end = std::min(line_end, i);
    }
    add_opaque(line_end, why());
  }

  std::string beginning(std::size_t group) const {
    const Span span = pieces_.pieces[pieces_.units[group].first].span;
    std::string_view text = text_.substr(span.begin, span.size());
    if (text.starts_with('\n') || text.starts_with('\r')) {
      return "end of the line";
    }
    return std::string(text.substr(0, 20));
  }

  // The units up to `end`, which separates them from what follows.
  void add_opaque(std::size_t end, std::string because) {
    const Unit& last = pieces_.units[std::max(end, at_ + 1) - 1];
    Command command;
    command.span = {pieces_.pieces[pieces_.units[at_].first].span.begin,
                    pieces_.pieces[last.last].span.end};
    command.body = Opaque{std::move(because)};
    Pipeline pipeline;
    pipeline.span = command.span;
    pipeline.commands.push_back(std::move(command));
    AndOr only;
    only.span = pipeline.span;
    only.pipelines.push_back(std::move(pipeline));
    commands_.push_back(std::move(only));
    at_ = end + 1;
  }

  const Pieces& pieces_;
  std::string_view text_;
  TreeBuilder builder_;
  List commands_;
  std::size_t at_ = 0;
  std::size_t unreadable_ = 0;
};

// The next word of a line.
std::string_view next_word(std::string_view& line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  const std::string_view word = line.substr(0, line.find_first_of(" \t\r"));
  line.remove_prefix(word.size());
  return word;
}

}  // namespace

std::string interpreter_of(std::string_view text) {
  if (!text.starts_with("#!")) return {};
  std::string_view line = text.substr(2, text.find('\n') - 2);
  std::string_view program = next_word(line);
  if (base_name(program) == "env") {
    do {
      program = next_word(line);
    } while (program.starts_with('-'));
  }
  return std::string(program);
}

Script parse_script(std::string_view text) {
  TableLexer lexer(text);
  const Pieces pieces = Tokenizer(text, lexer).run();
  Script script;
  script.interpreter = interpreter_of(text);
  script.tokens.reserve(pieces.pieces.size());
  for (const Piece& it : pieces.pieces) {
    script.tokens.push_back({it.kind, it.span});
  }
  script.commands = ScriptReader(pieces, text).read();
  return script;
}

}  // namespace harden::shell
