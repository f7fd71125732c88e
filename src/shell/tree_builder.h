// From the events of one statement to its tree.
#pragma once

#include <string_view>
#include <vector>

#include "shell/pieces.h"
#include "shell/syntax_events.h"

namespace harden::shell {

class TreeBuilder {
 public:
  TreeBuilder(const Pieces& pieces, std::string_view text)
      : pieces_(pieces), text_(text) {}

  AndOr statement(const std::vector<Event>& events);

 private:
  // The events; the grammar has seen to their order. Each of the functions
  // below begins at its rule's `enter` and ends behind its `leave`, and the
  // nesting is bounded (max_nesting), so they may call each other.
  const Event& event() const { return (*events_)[at_]; }
  bool at_rule(Rule rule) const;
  bool at_symbol(Symbol symbol) const;
  bool leaves() const { return event().kind == Event::Kind::leave; }
  Symbol symbol() const;
  const Unit& take();
  void enter() { ++at_; }
  void leave() { ++at_; }
  void skip_newlines();
  std::size_t symbols_ahead() const;

  List list();
  // These fill in what stands in its place already.
  void and_or(AndOr& result);
  void pipeline(Pipeline& result);
  void command(Command& result);
  void simple_part(Command& command);
  void function(Command& command);
  void compound(Command& command);
  Redirection redirection();
  Assignment array();
  Assignment assignment(const Unit& group) const;
  If if_();
  Loop loop();
  For for_();
  Case case_();
  Case::Item case_item();
  Test test();

  Word word(const Unit& group) const;
  Span span_of(const Unit& group) const;
  std::string_view raw(const Unit& group) const;

  const Pieces& pieces_;
  std::string_view text_;
  const std::vector<Event>* events_ = nullptr;
  std::size_t at_ = 0;
  std::uint32_t end_ = 0;  // of the last symbol that was taken
};

}  // namespace harden::shell
