#include "shell/syntax_events.h"

#include "ShellParser.h"
#include "shell/tokenizer.h"

namespace harden::shell {

class SyntaxReader::Parser final : public grammar::ShellParser {
 public:
  explicit Parser(const std::vector<Unit>& units) : ShellParser(nullptr) {
    set_symbols(units, [](const Unit& it) { return it.symbol; });
  }

  void run(std::size_t group) {
    depth_ = 0;
    parse_at(group, [this] { statement(); });
  }

  // Where commands nest too deeply for the parser's recursion, it sees a symbol
  // that it does not know.
  void consume() override {
    const Symbol taken = symbol(place());
    if (opens(taken)) ++depth_;
    if (closes(taken) && depth_ > 0) --depth_;
    RuleParser::consume();
    if (depth_ > max_nesting && opens(symbol(place()))) {
      set_symbol(place(), static_cast<std::int16_t>(Symbol::stray));
    }
    if (taken == Symbol::word && rule() == RuleCommand) take_words();
  }

 private:
  static bool opens(Symbol it) {
    return it == Symbol::open || opens_compound(it);
  }
  static bool closes(Symbol it) {
    return it == Symbol::close || closes_compound(it);
  }
  Symbol symbol(std::size_t at) const {
    return static_cast<Symbol>(symbol_at(at));
  }

  // A command's words are most of a script, and leave the grammar nothing to
  // decide; but `function` has one only.
  void take_words() {
    const bool named = place() > 1 && symbol(place() - 2) == Symbol::function;
    while (!named && symbol(place()) == Symbol::word) RuleParser::consume();
  }

  std::size_t depth_ = 0;
};

SyntaxReader::SyntaxReader(const std::vector<Unit>& units)
    : parser_(std::make_unique<Parser>(units)) {}

SyntaxReader::~SyntaxReader() = default;

const std::vector<Event>& SyntaxReader::statement(std::size_t group) {
  parser_->run(group);
  return parser_->events();
}

std::size_t SyntaxReader::stopped_at() const { return parser_->place(); }

}  // namespace harden::shell
