#include "shell/tree_builder.h"

#include <charconv>
#include <utility>

#include "shell/command_position.h"
#include "shell/word_builder.h"

namespace harden::shell {

AndOr TreeBuilder::statement(const std::vector<Event>& events) {
  events_ = &events;
  at_ = 0;
  enter();
  AndOr result;
  and_or(result);
  result.background = at_symbol(Symbol::amp);
  return result;
}

bool TreeBuilder::at_rule(Rule rule) const {
  return event().kind == Event::Kind::enter &&
         event().value == static_cast<std::uint32_t>(rule);
}

bool TreeBuilder::at_symbol(Symbol symbol) const {
  return event().kind == Event::Kind::symbol && this->symbol() == symbol;
}

Symbol TreeBuilder::symbol() const {
  return pieces_.units[event().value].symbol;
}

const Unit& TreeBuilder::take() {
  const Unit& group = pieces_.units[event().value];
  end_ = pieces_.pieces[group.last].span.end;
  ++at_;
  return group;
}

void TreeBuilder::skip_newlines() {
  while (at_symbol(Symbol::newline)) take();
}

// Also the body of an item of `case`.
List TreeBuilder::list() {
  List result;
  enter();
  while (!leaves()) {
    if (at_rule(Rule::and_or)) {
      and_or(result.emplace_back());
    } else {
      const bool background = at_symbol(Symbol::amp);
      take();
      if (background) result.back().background = true;
    }
  }
  leave();
  return result;
}

void TreeBuilder::and_or(AndOr& result) {
  enter();
  pipeline(result.pipelines.emplace_back());
  while (!leaves()) {
    result.joins.push_back(at_symbol(Symbol::and_if) ? AndOr::Join::both
                                                     : AndOr::Join::either);
    take();
    skip_newlines();
    pipeline(result.pipelines.emplace_back());
  }
  leave();
  result.span = {result.pipelines.front().span.begin,
                 result.pipelines.back().span.end};
}

void TreeBuilder::pipeline(Pipeline& result) {
  enter();
  if (!at_rule(Rule::command)) {
    result.span.begin = span_of(pieces_.units[event().value]).begin;
    while (!at_rule(Rule::command)) {
      result.negated ^= at_symbol(Symbol::bang);
      take();
    }
    command(result.commands.emplace_back());
  } else {
    command(result.commands.emplace_back());
    result.span.begin = result.commands.front().span.begin;
  }
  while (!leaves()) {
    take();
    skip_newlines();
    command(result.commands.emplace_back());
  }
  leave();
  result.span.end = result.commands.back().span.end;
}

// How many symbols follow without a rule in between.
std::size_t TreeBuilder::symbols_ahead() const {
  std::size_t at = at_;
  while ((*events_)[at].kind == Event::Kind::symbol) ++at;
  return at - at_;
}

void TreeBuilder::command(Command& result) {
  enter();
  std::size_t first = at_;
  while ((*events_)[first].kind != Event::Kind::symbol) ++first;
  result.span.begin = span_of(pieces_.units[(*events_)[first].value]).begin;
  if (at_rule(Rule::compound)) {
    compound(result);
  } else if (at_symbol(Symbol::function_name) || at_symbol(Symbol::function)) {
    function(result);
  } else {
    result.body.emplace<Simple>().words.reserve(symbols_ahead());
  }
  while (!leaves()) simple_part(result);
  leave();
  result.span.end = end_;
}

void TreeBuilder::simple_part(Command& command) {
  if (at_rule(Rule::redirection)) {
    command.redirections.push_back(redirection());
    return;
  }
  Simple& simple = std::get<Simple>(command.body);
  if (at_rule(Rule::array)) {
    simple.assignments.push_back(array());
  } else if (at_symbol(Symbol::assignment)) {
    simple.assignments.push_back(assignment(take()));
  } else {
    simple.words.push_back(word(take()));
  }
}

void TreeBuilder::function(Command& command) {
  if (at_symbol(Symbol::function)) take();
  Function result;
  result.name = word(take()).value(text_);
  if (at_symbol(Symbol::parens)) take();
  skip_newlines();
  Command body;
  body.span.begin = span_of(pieces_.units[(*events_)[at_ + 1].value]).begin;
  compound(body);
  body.span.end = end_;
  if (Group* group = std::get_if<Group>(&body.body)) {
    result.body = std::move(group->body);
  } else {
    Pipeline pipeline;
    pipeline.span = body.span;
    pipeline.commands.push_back(std::move(body));
    AndOr only;
    only.span = pipeline.span;
    only.pipelines.push_back(std::move(pipeline));
    result.body.push_back(std::move(only));
  }
  command.body = std::move(result);
}

Redirection TreeBuilder::redirection() {
  Redirection result;
  enter();
  const Unit& group = take();
  std::string_view op = raw(group);
  result.span.begin = span_of(group).begin;
  std::uint32_t descriptor = 0;
  const auto [digits_end, error] =
      std::from_chars(op.data(), op.data() + op.size(), descriptor);
  if (error == std::errc()) result.descriptor = descriptor;
  const auto digits = static_cast<std::size_t>(digits_end - op.data());
  // `{fd}>` stays as it is.
  result.op = op[0] == '{' ? op : op.substr(digits);
  if (const std::uint32_t link = pieces_.pieces[group.first].link; link != 0) {
    const HereDocument& heredoc = pieces_.heredocs[link - 1];
    result.heredoc = heredoc.body;
    result.heredoc_expands = heredoc.expands;
  }
  result.target = word(take());
  result.span.end = end_;
  leave();
  return result;
}

Word TreeBuilder::word(const Unit& group) const {
  return build_word(pieces_, text_, group.first, group.last, 0);
}

Span TreeBuilder::span_of(const Unit& group) const {
  return {pieces_.pieces[group.first].span.begin,
          pieces_.pieces[group.last].span.end};
}

std::string_view TreeBuilder::raw(const Unit& group) const {
  const Span span = span_of(group);
  return text_.substr(span.begin, span.size());
}

}  // namespace harden::shell
