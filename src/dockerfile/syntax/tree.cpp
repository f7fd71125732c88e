#include "dockerfile/syntax/tree.h"

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "DockerfileParser.h"
#include "shell/grammar/symbol_stream.h"

namespace harden {
namespace {

// Takes note of the instructions as they are left: ANTLR's own tree, with a
// node for each token, would cost more than the parsing.
class TreeParser final : public grammar::DockerfileParser {
 public:
  TreeParser(SymbolStream& stream, std::size_t lexeme_count)
      : DockerfileParser(&stream), lexeme_count_(lexeme_count) {
    setBuildParseTree(false);
    removeErrorListeners();
    setErrorHandler(std::make_shared<SilentBail>());
    // Rules are only told of where somebody listens.
    addParseListener(&listener_);
  }

  std::vector<InstructionRange> run() {
    dockerfile();
    return std::move(result_);
  }

  // ANTLR's own makes a node for each token where somebody listens.
  antlr4::Token* consume() override {
    antlr4::Token* token = _input->LT(1);
    if (token->getType() != antlr4::Token::EOF) _input->consume();
    return token;
  }
  void triggerEnterRuleEvent() override {}
  void triggerExitRuleEvent() override {
    if (_ctx->getRuleIndex() != RuleInstruction) return;
    const std::size_t end = _ctx->getStop()->getTokenIndex() + 1;
    result_.push_back(
        {_ctx->getStart()->getTokenIndex(), std::min(end, lexeme_count_)});
  }

 private:
  class Listener final : public antlr4::tree::ParseTreeListener {
   public:
    void visitTerminal(antlr4::tree::TerminalNode*) override {}
    void visitErrorNode(antlr4::tree::ErrorNode*) override {}
    void enterEveryRule(antlr4::ParserRuleContext*) override {}
    void exitEveryRule(antlr4::ParserRuleContext*) override {}
  };

  Listener listener_;
  std::size_t lexeme_count_;
  std::vector<InstructionRange> result_;
};

}  // namespace

std::vector<InstructionRange> parse_tree(const std::vector<Lexeme>& lexemes) {
  SymbolStream stream(lexemes, [](const Lexeme& it) {
    return static_cast<std::size_t>(it.symbol);
  });
  try {
    return TreeParser(stream, lexemes.size()).run();
  } catch (const antlr4::ParseCancellationException&) {
    throw std::logic_error("the grammar refuses a sequence of tokens");
  }
}

}  // namespace harden
