// What an ANTLR parser reads, without its own lexer: types and places only.
// Text is sliced from the source by those who need it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "antlr4-runtime.h"

namespace harden {

class SymbolToken final : public antlr4::Token {
 public:
  SymbolToken(std::size_t type, std::size_t index)
      : type_(type), index_(index) {}

  std::string getText() const override { return {}; }
  std::size_t getType() const override { return type_; }
  std::size_t getLine() const override { return 0; }
  std::size_t getCharPositionInLine() const override { return 0; }
  std::size_t getChannel() const override { return DEFAULT_CHANNEL; }
  std::size_t getTokenIndex() const override { return index_; }
  std::size_t getStartIndex() const override { return 0; }
  std::size_t getStopIndex() const override { return 0; }
  antlr4::TokenSource* getTokenSource() const override { return nullptr; }
  antlr4::CharStream* getInputStream() const override { return nullptr; }
  std::string toString() const override { return {}; }

  void retype(std::size_t type) { type_ = type; }

 private:
  std::size_t type_;
  std::size_t index_;
};

class SymbolStream : public antlr4::TokenStream {
 public:
  // `symbol_of` gives the type of each of `list`; EOF is added.
  template <typename List, typename TypeOf>
  SymbolStream(const List& list, TypeOf type_of) {
    tokens_.reserve(list.size() + 1);
    for (const auto& it : list) tokens_.emplace_back(type_of(it), size());
    tokens_.emplace_back(antlr4::Token::EOF, size());
  }

  void consume() override {
    if (at_ + 1 < tokens_.size()) ++at_;
  }
  std::size_t LA(ssize_t i) override { return LT(i)->getType(); }
  antlr4::Token* LT(ssize_t i) override {
    const std::size_t at = i > 0 ? at_ + static_cast<std::size_t>(i) - 1
                                 : at_ - static_cast<std::size_t>(-i);
    return &tokens_[std::min(at, tokens_.size() - 1)];
  }
  antlr4::Token* get(std::size_t i) const override {
    return const_cast<SymbolToken*>(&tokens_[i]);
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

 protected:
  SymbolToken& current() { return tokens_[at_]; }

 private:
  std::vector<SymbolToken> tokens_;
  std::size_t at_ = 0;
};

// Gives up at the first error, and says nothing: a message would need the
// parser's automaton. Its empty sync() is also what keeps a parser quick: the
// default one copies a set of tokens before every decision.
class SilentBail final : public antlr4::BailErrorStrategy {
 public:
  void reportError(antlr4::Parser*,
                   const antlr4::RecognitionException&) override {}
};

}  // namespace harden
