// The tree builder's assignments and compound commands.
#include <utility>

#include "shell/command_position.h"
#include "shell/tree_builder.h"
#include "shell/word_builder.h"

namespace harden::shell {
namespace {

Assignment head_of(std::string_view raw, Span span) {
  const AssignmentHead head = assignment_head(raw);
  Assignment result;
  result.span = span;
  result.name = raw.substr(0, head.name_size);
  result.append = head.append;
  result.is_element = head.element;
  return result;
}

}  // namespace

Assignment TreeBuilder::assignment(const Unit& group) const {
  const Span span = span_of(group);
  Assignment result = head_of(raw(group), span);
  const std::uint32_t begin = assignment_head(raw(group)).value_begin;
  result.value =
      build_word(pieces_, text_, group.first, group.last, span.begin + begin);
  return result;
}

Assignment TreeBuilder::array() {
  enter();
  const Unit& group = take();
  Assignment result = head_of(raw(group), span_of(group));
  result.is_array = true;
  while (!at_symbol(Symbol::array_end)) {
    if (at_symbol(Symbol::newline)) {
      take();
    } else {
      result.elements.push_back(word(take()));
    }
  }
  take();
  result.span.end = end_;
  leave();
  return result;
}

void TreeBuilder::compound(Command& command) {
  enter();
  switch (symbol()) {
    case Symbol::left_brace:
      take();
      command.body = Group{list()};
      take();
      break;
    case Symbol::open:
      take();
      command.body = Subshell{list()};
      take();
      break;
    case Symbol::if_:
      command.body = if_();
      break;
    case Symbol::while_:
    case Symbol::until:
      command.body = loop();
      break;
    case Symbol::case_:
      command.body = case_();
      break;
    case Symbol::test:
      command.body = test();
      break;
    case Symbol::arithmetic: {
      const Span all = span_of(take());
      command.body = Arithmetic{{all.begin + 2, all.end - 2}};
      break;
    }
    default:
      command.body = for_();
  }
  leave();
}

If TreeBuilder::if_() {
  If result;
  while (!at_symbol(Symbol::fi)) {
    const bool otherwise = at_symbol(Symbol::else_);
    take();
    if (otherwise) {
      result.otherwise = list();
      continue;
    }
    If::Branch branch;
    branch.condition = list();
    take();
    branch.body = list();
    result.branches.push_back(std::move(branch));
  }
  take();
  return result;
}

Loop TreeBuilder::loop() {
  Loop result;
  result.until = at_symbol(Symbol::until);
  take();
  result.condition = list();
  take();
  result.body = list();
  take();
  return result;
}

For TreeBuilder::for_() {
  For result;
  result.select = at_symbol(Symbol::select);
  take();
  if (at_symbol(Symbol::arithmetic)) {
    const Span all = span_of(take());
    result.numbers = {all.begin + 2, all.end - 2};
  } else {
    result.variable = word(take()).value(text_);
  }
  while (!at_rule(Rule::list)) {
    if (event().kind != Event::Kind::symbol) {
      ++at_;  // the word list begins or ends
    } else if (at_symbol(Symbol::in)) {
      take();
      result.words.emplace();
    } else if (at_symbol(Symbol::word)) {
      result.words->push_back(word(take()));
    } else {
      take();
    }
  }
  result.body = list();
  take();
  return result;
}

Case TreeBuilder::case_() {
  Case result;
  take();
  result.subject = word(take());
  while (!at_symbol(Symbol::esac)) {
    if (at_rule(Rule::case_item)) {
      result.items.push_back(case_item());
    } else {
      take();
    }
  }
  take();
  return result;
}

Case::Item TreeBuilder::case_item() {
  Case::Item result;
  enter();
  while (!at_rule(Rule::case_body)) {
    if (at_symbol(Symbol::pattern)) {
      result.patterns.push_back(word(take()));
    } else {
      take();
    }
  }
  result.body = list();
  while (!leaves()) {
    if (at_symbol(Symbol::case_end)) {
      const std::string_view end = raw(pieces_.units[event().value]);
      if (end == ";&") result.end = Case::End::fall_through;
      if (end == ";;&") result.end = Case::End::test_next;
    }
    take();
  }
  leave();
  return result;
}

Test TreeBuilder::test() {
  Test result;
  take();
  while (!at_symbol(Symbol::test_end)) {
    if (at_symbol(Symbol::newline)) {
      take();
      continue;
    }
    const bool plain = at_symbol(Symbol::test_operator);
    const Unit& group = take();
    if (!plain) {
      result.words.push_back(word(group));
      continue;
    }
    Word operation;
    operation.span = span_of(group);
    operation.parts.push_back(
        {WordPart::Kind::text, false, operation.span, std::string(raw(group))});
    result.words.push_back(std::move(operation));
  }
  take();
  return result;
}

}  // namespace harden::shell
