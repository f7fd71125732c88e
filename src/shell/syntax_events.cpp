#include "shell/syntax_events.h"

#include "ShellParser.h"
#include "shell/grammar/symbol_stream.h"
#include "shell/tokenizer.h"

namespace harden::shell {
// Where commands nest too deeply for the parser's recursion, it sees a symbol
// that it does not know.
class SyntaxReader::Stream final : public SymbolStream {
 public:
  explicit Stream(const std::vector<Unit>& units)
      : SymbolStream(units, [](const Unit& it) {
          return static_cast<std::size_t>(it.symbol);
        }) {}

  void begin(std::size_t group) {
    depth_ = 0;
    seek(group);
  }
  void consume() override {
    const Symbol symbol = here();
    if (opens(symbol)) ++depth_;
    if (closes(symbol) && depth_ > 0) --depth_;
    SymbolStream::consume();
    if (depth_ > max_nesting && opens(here())) {
      current().retype(static_cast<std::size_t>(Symbol::stray));
    }
  }

 private:
  static bool opens(Symbol it) {
    return it == Symbol::open || opens_compound(it);
  }
  static bool closes(Symbol it) {
    return it == Symbol::close || closes_compound(it);
  }
  Symbol here() { return static_cast<Symbol>(current().getType()); }

  std::size_t depth_ = 0;
};

class SyntaxReader::Parser final : public grammar::ShellParser {
 public:
  explicit Parser(Stream& stream) : ShellParser(&stream), stream_(stream) {
    setBuildParseTree(false);
    removeErrorListeners();
    setErrorHandler(std::make_shared<SilentBail>());
    // Rules are only told of where somebody listens.
    addParseListener(&listener_);
  }

  void run(std::size_t group) {
    events_.clear();
    _tracker.reset();
    _ctx = nullptr;
    stream_.begin(group);
    try {
      statement();
    } catch (const antlr4::ParseCancellationException&) {
      events_.clear();
    }
  }
  const std::vector<Event>& events() const { return events_; }

  void triggerEnterRuleEvent() override {
    const std::size_t rule = _ctx->getRuleIndex();
    events_.push_back({Event::Kind::enter, static_cast<std::uint32_t>(rule)});
  }
  void triggerExitRuleEvent() override {
    events_.push_back({Event::Kind::leave, 0});
  }
  antlr4::Token* consume() override {
    antlr4::Token* token = stream_.LT(1);
    if (token->getType() != antlr4::Token::EOF) {
      const auto at = static_cast<std::uint32_t>(token->getTokenIndex());
      events_.push_back({Event::Kind::symbol, at});
      stream_.consume();
    }
    return token;
  }

 private:
  struct Listener final : antlr4::tree::ParseTreeListener {
    void visitTerminal(antlr4::tree::TerminalNode*) override {}
    void visitErrorNode(antlr4::tree::ErrorNode*) override {}
    void enterEveryRule(antlr4::ParserRuleContext*) override {}
    void exitEveryRule(antlr4::ParserRuleContext*) override {}
  };

  Stream& stream_;
  Listener listener_;
  std::vector<Event> events_;
};

SyntaxReader::SyntaxReader(const std::vector<Unit>& units)
    : stream_(std::make_unique<Stream>(units)),
      parser_(std::make_unique<Parser>(*stream_)) {}

SyntaxReader::~SyntaxReader() = default;

const std::vector<Event>& SyntaxReader::statement(std::size_t group) {
  parser_->run(group);
  return parser_->events();
}

std::size_t SyntaxReader::stopped_at() const { return stream_->index(); }

}  // namespace harden::shell
