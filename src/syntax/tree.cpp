#include "syntax/tree.h"

#include <stdexcept>
#include <string>

#include "DockerfileParser.h"

namespace harden::syntax {
namespace {

using antlr4::IntStream;

// ANTLR's view of one lexeme. The parser asks for type and index only; text
// is sliced from the source by those who need it.
class LexemeToken final : public antlr4::Token {
 public:
  LexemeToken(std::size_t type, Span span, std::size_t index)
      : type_(type), span_(span), index_(index) {}

  std::string getText() const override { return {}; }
  std::size_t getType() const override { return type_; }
  std::size_t getLine() const override { return 0; }
  std::size_t getCharPositionInLine() const override { return 0; }
  std::size_t getChannel() const override { return DEFAULT_CHANNEL; }
  std::size_t getTokenIndex() const override { return index_; }
  std::size_t getStartIndex() const override { return span_.begin; }
  std::size_t getStopIndex() const override { return span_.end; }
  antlr4::TokenSource* getTokenSource() const override { return nullptr; }
  antlr4::CharStream* getInputStream() const override { return nullptr; }
  std::string toString() const override { return {}; }

 private:
  std::size_t type_;
  Span span_;
  std::size_t index_;
};

class LexemeStream final : public antlr4::TokenStream {
 public:
  explicit LexemeStream(const std::vector<Lexeme>& lexemes) {
    tokens_.reserve(lexemes.size() + 1);
    Span last{};
    for (const Lexeme& lexeme : lexemes) {
      tokens_.emplace_back(static_cast<std::size_t>(lexeme.symbol), lexeme.span,
                           tokens_.size());
      last = lexeme.span;
    }
    tokens_.emplace_back(antlr4::Token::EOF, Span{last.end, last.end},
                         tokens_.size());
  }

  void consume() override {
    if (at_ + 1 < tokens_.size()) ++at_;
  }
  std::size_t LA(ssize_t i) override { return LT(i)->getType(); }
  antlr4::Token* LT(ssize_t i) override {
    std::size_t at = i > 0 ? at_ + static_cast<std::size_t>(i) - 1
                           : at_ - static_cast<std::size_t>(-i);
    return const_cast<LexemeToken*>(&tokens_[std::min(at, tokens_.size() - 1)]);
  }
  antlr4::Token* get(std::size_t i) const override {
    return const_cast<LexemeToken*>(&tokens_[i]);
  }
  ssize_t mark() override { return 0; }
  void release(ssize_t) override {}
  std::size_t index() override { return at_; }
  void seek(std::size_t i) override { at_ = i; }
  std::size_t size() override { return tokens_.size(); }
  std::string getSourceName() const override { return {}; }
  antlr4::TokenSource* getTokenSource() const override { return nullptr; }
  std::string getText(const antlr4::misc::Interval&) override { return {}; }
  std::string getText() override { return {}; }
  std::string getText(antlr4::RuleContext*) override { return {}; }
  std::string getText(antlr4::Token*, antlr4::Token*) override { return {}; }

 private:
  std::vector<LexemeToken> tokens_;
  std::size_t at_ = 0;
};

InstructionRange range_of(antlr4::ParserRuleContext& instruction,
                          std::size_t lexeme_count) {
  std::size_t end = instruction.getStop()->getTokenIndex() + 1;
  return {instruction.getStart()->getTokenIndex(), std::min(end, lexeme_count)};
}

}  // namespace

std::vector<InstructionRange> parse_tree(const std::vector<Lexeme>& lexemes) {
  LexemeStream stream(lexemes);
  grammar::DockerfileParser parser(&stream);
  parser.removeErrorListeners();
  // Its empty sync() is also what keeps the parser quick: the default one
  // copies a set of tokens before every decision.
  parser.setErrorHandler(std::make_shared<antlr4::BailErrorStrategy>());
  std::vector<InstructionRange> result;
  try {
    for (antlr4::tree::ParseTree* child : parser.dockerfile()->children) {
      if (auto* instruction =
              dynamic_cast<grammar::DockerfileParser::InstructionContext*>(
                  child)) {
        result.push_back(range_of(*instruction, lexemes.size()));
      }
    }
  } catch (const antlr4::ParseCancellationException&) {
    throw std::logic_error("the grammar refuses a sequence of tokens");
  }
  return result;
}

}  // namespace harden::syntax
