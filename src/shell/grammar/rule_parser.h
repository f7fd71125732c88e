// What the parsers that ANTLR generates derive from (`superClass` in the
// grammars), in place of the runtime's own class: a parser over numbers that
// gives events instead of a tree.
//
// Its members have the names that generated code calls. No rule allocates a
// node, and no look at a symbol is a virtual call. Where the grammar refuses a
// symbol nothing is said or mended, for which the parser's automaton would be
// needed.
//
// C++17: generated code is no later.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>
#include <vector>

#include "antlr4-runtime.h"
#include "shell/grammar/rule_event.h"

namespace harden {

class RuleParser {
 public:
  // The place of the next symbol.
  std::size_t place() const { return _input.at; }
  // Of the last parse; none where the grammar refuses a symbol.
  const std::vector<RuleEvent>& events() const { return events_; }

 protected:
  explicit RuleParser(antlr4::TokenStream*) {}
  virtual ~RuleParser() = default;

  // `number_of` gives that of each symbol in the grammar.
  template <typename List, typename NumberOf>
  void set_symbols(const List& list, NumberOf number_of) {
    _input.symbols.reserve(list.size() + 1);
    for (const auto& it : list) {
      _input.symbols.push_back(static_cast<std::int16_t>(number_of(it)));
    }
    _input.symbols.push_back(end_of_input);
    rules_.reserve(16);
    events_.reserve(64);
  }
  std::int16_t symbol_at(std::size_t place) const {
    return _input.symbols[place];
  }
  void set_symbol(std::size_t place, std::int16_t number) {
    _input.symbols[place] = number;
  }
  // Of those that are open the inmost.
  std::size_t rule() const { return rules_.back(); }

  template <typename Rule>
  void parse_at(std::size_t place, Rule rule) {
    _input.at = place;
    events_.clear();
    rules_.clear();
    try {
      rule();
    } catch (const Refusal&) {
      events_.clear();
    }
  }

  // What generated code defines, and nobody asks for.
  virtual const antlr4::atn::ATN& getATN() const = 0;
  virtual std::string getGrammarFileName() const = 0;
  virtual const std::vector<std::string>& getRuleNames() const = 0;
  virtual const std::vector<std::string>& getTokenNames() const = 0;
  virtual antlr4::dfa::Vocabulary& getVocabulary() const = 0;

  // What generated code calls.
  static constexpr std::size_t EOF = antlr4::Token::EOF;
  virtual void consume() {
    if (symbol_at(place()) == end_of_input) return;
    add(RuleEvent::Kind::symbol, _input.at++);
  }
  void match(std::size_t type) {
    if (_input.LA(1) != type) throw Refusal();
    consume();
  }
  void enterRule(const void*, std::size_t, std::size_t rule) {
    rules_.push_back(rule);
    add(RuleEvent::Kind::enter, rule);
  }
  void exitRule() {
    add(RuleEvent::Kind::leave, rules_.back());
    rules_.pop_back();
  }
  void enterOuterAlt(const void*, std::size_t) {}
  void setState(std::size_t) {}
  std::size_t getState() const { return 0; }

  template <typename Action>
  struct OnExit {
    Action action;
    ~OnExit() { action(); }
  };
  template <typename Action>
  static OnExit<Action> finally(Action action) {
    return {action};
  }

  struct Refusal {};
  struct RecognitionException {};
  struct NoViableAltException : RecognitionException {
    explicit NoViableAltException(RuleParser*) { throw Refusal(); }
  };

  static constexpr antlr4::ParserRuleContext* _ctx = nullptr;
  struct {
    template <typename Node>
    Node* createInstance(const void*, std::size_t) {
      return nullptr;
    }
  } _tracker;

  struct {
    auto* operator->() { return this; }
    void sync(RuleParser*) {}
    void reportMatch(RuleParser*) {}
    void recoverInline(RuleParser*) { throw Refusal(); }
    void reportError(RuleParser*, const RecognitionException&) {}
    void recover(RuleParser*, const std::exception_ptr&) {}
  } _errHandler;

  struct {
    auto* operator->() { return this; }
    std::size_t LA(int) const { return static_cast<std::size_t>(symbols[at]); }

    std::vector<std::int16_t> symbols;
    std::size_t at = 0;
  } _input;

 private:
  static constexpr std::int16_t end_of_input = -1;
  static_assert(EOF == static_cast<std::size_t>(end_of_input));

  void add(RuleEvent::Kind kind, std::size_t value) {
    events_.push_back({kind, static_cast<std::uint32_t>(value)});
  }

  std::vector<RuleEvent> events_;
  std::vector<std::size_t> rules_;
};

}  // namespace harden
