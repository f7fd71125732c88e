#include "command/shell_commands.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "command/loose_commands.h"
#include "command/shell_word.h"
#include "shell/shell_script.h"

namespace harden {
namespace {

// The tree as a list. Its nesting is bounded, so the functions may call each
// other.
class ScriptFlattener {
 public:
  explicit ScriptFlattener(std::string_view text) : text_(text) {}

  std::vector<SimpleCommand> run() {
    const shell::Script script = shell::parse_script(text_);
    tokens_ = &script.tokens;
    list(script.commands);
    if (!functions_.empty()) mark_calls();
    return std::move(commands_);
  }

 private:
  void list(const shell::List& list) {
    for (const shell::AndOr& and_or : list) {
      for (const shell::Pipeline& pipeline : and_or.pipelines) {
        for (const shell::Command& it : pipeline.commands) {
          command(it, &it != &pipeline.commands.back());
        }
      }
    }
  }

  void command(const shell::Command& it, bool piped) {
    if (const auto* simple = it.as<shell::Simple>()) {
      return add(simple_command(*simple, it), piped);
    }
    std::visit([&](const auto& body) { flatten(body, it); }, it.body);
    if (it.redirections.empty() || it.as<shell::Opaque>() != nullptr) return;
    SimpleCommand redirected;
    redirected.span = {it.redirections.front().span.begin, it.span.end};
    redirections(it, redirected);
    add(std::move(redirected), piped);
  }

  void mark_calls() {
    for (SimpleCommand& it : commands_) {
      it.calls_function = !it.words.empty() && it.words.front().literal &&
                          functions_.contains(it.words.front().value);
    }
  }

  void add(SimpleCommand command, bool piped) {
    command.piped = piped;
    commands_.push_back(std::move(command));
  }

  SimpleCommand simple_command(const shell::Simple& simple,
                               const shell::Command& command) const {
    SimpleCommand result;
    result.span = command.span;
    for (const shell::Assignment& it : simple.assignments) {
      result.assignments.push_back({it.name, value(it)});
    }
    result.words.reserve(simple.words.size());
    for (const shell::Word& it : simple.words) {
      result.words.push_back(shell_word(it, text_));
    }
    redirections(command, result);
    return result;
  }

  ShellWord value(const shell::Assignment& it) const {
    if (it.is_array) return raw_shell_word(text_, it.span);
    ShellWord result = shell_word(it.value, text_);
    if (it.append || it.is_element) {
      result.opaque = true;
      result.literal = false;
    }
    return result;
  }

  void redirections(const shell::Command& command,
                    SimpleCommand& result) const {
    for (const shell::Redirection& it : command.redirections) {
      // `{fd}>`: the number is the shell's choice.
      const std::size_t brace = it.op.find('}') + 1;
      result.redirections.push_back(
          {it.op.substr(brace), shell_word(it.target, text_), lines(it)});
    }
  }

  // Of a here-document, each ended by a line feed.
  std::string lines(const shell::Redirection& it) const {
    std::string result;
    std::string_view rest = text_.substr(it.heredoc.begin, it.heredoc.size());
    while (!rest.empty()) {
      std::string_view line = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (it.op == "<<-") {
        line.remove_prefix(std::min(line.find_first_not_of('\t'), line.size()));
      }
      result.append(line).append("\n");
    }
    return result;
  }

  void flatten(const shell::Opaque&, const shell::Command& command) {
    auto found = loose_commands(text_, *tokens_, command.span);
    std::move(found.begin(), found.end(), std::back_inserter(commands_));
  }
  void flatten(const shell::Simple&, const shell::Command&) {}
  void flatten(const shell::Arithmetic&, const shell::Command&) {}
  void flatten(const shell::Group& it, const shell::Command&) { list(it.body); }
  void flatten(const shell::Subshell& it, const shell::Command&) {
    list(it.body);
  }
  void flatten(const shell::If& it, const shell::Command&) {
    for (const shell::If::Branch& branch : it.branches) {
      list(branch.condition);
      list(branch.body);
    }
    if (it.otherwise) list(*it.otherwise);
  }
  void flatten(const shell::Loop& it, const shell::Command&) {
    list(it.condition);
    list(it.body);
  }
  void flatten(const shell::Function& it, const shell::Command&) {
    functions_.insert(it.name);
    list(it.body);
  }

  void flatten(const shell::For& it, const shell::Command& command) {
    if (!it.variable.empty()) {
      SimpleCommand head;
      head.span = {command.span.begin, command.span.begin};
      add_literal(head, it.select ? "select" : "for");
      add_literal(head, it.variable);
      if (it.words) {
        add_literal(head, "in");
        add_words(head, *it.words);
      }
      add(std::move(head), false);
    }
    list(it.body);
  }

  void flatten(const shell::Case& it, const shell::Command& command) {
    SimpleCommand head;
    head.span = {command.span.begin, command.span.begin};
    add_literal(head, "case");
    add_words(head, {it.subject});
    add_literal(head, "in");
    add(std::move(head), false);
    for (const shell::Case::Item& item : it.items) list(item.body);
  }

  void flatten(const shell::Test& it, const shell::Command& command) {
    SimpleCommand test;
    test.span = {command.span.begin, command.span.begin};
    add_literal(test, "[[");
    for (const shell::Word& word : it.words) {
      const std::string_view raw =
          text_.substr(word.span.begin, word.span.size());
      const bool separates = raw == "&&" || raw == "||" || raw == "(" ||
                             raw == ")" || raw == "<" || raw == ">";
      if (!separates) add_words(test, {word});
    }
    add_literal(test, "]]");
    add(std::move(test), false);
  }

  void add_words(SimpleCommand& command,
                 const std::vector<shell::Word>& words) {
    for (const shell::Word& it : words) {
      command.words.push_back(shell_word(it, text_));
      command.span.end = it.span.end;
    }
  }

  // A word of which the tree keeps no place: the next of these letters.
  void add_literal(SimpleCommand& command, std::string_view value) {
    constexpr std::size_t near = 1000;
    const std::size_t from = command.span.end;
    const std::size_t found = text_.substr(from, near).find(value);
    const std::size_t begin =
        found == std::string_view::npos ? command.span.begin : from + found;
    ShellWord word;
    word.value = value;
    word.span.begin = static_cast<std::uint32_t>(begin);
    word.span.end = static_cast<std::uint32_t>(
        std::min(begin + value.size(), text_.size()));
    command.span.end = word.span.end;
    command.words.push_back(std::move(word));
  }

  std::string_view text_;
  const std::vector<shell::Token>* tokens_ = nullptr;
  std::vector<SimpleCommand> commands_;
  std::set<std::string, std::less<>> functions_;
};

}  // namespace

std::vector<SimpleCommand> shell_commands(std::string_view text) {
  return ScriptFlattener(text).run();
}

SimpleCommand exec_command(std::vector<std::string> argv) {
  SimpleCommand result;
  for (std::string& argument : argv) {
    result.words.push_back({.value = std::move(argument), .span = {}});
  }
  return result;
}

}  // namespace harden
