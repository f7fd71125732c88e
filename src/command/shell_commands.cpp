#include "command/shell_commands.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "command/loose_commands.h"
#include "command/shell_word.h"
#include "shell/shell_script.h"

namespace harden {
namespace {

// What is known of a command's run when the whole text ended with status 0.
enum class Ran : std::uint8_t {
  maybe,   // or it may have failed, and somebody thought of that
  surely,  // how it ended is not known
  well,    // with status 0
};

// `|| exit 1`: the text does not end well behind it.
bool always_fails(const shell::Pipeline& pipeline) {
  if (pipeline.negated || pipeline.commands.size() != 1) return false;
  const auto* simple = pipeline.commands.front().as<shell::Simple>();
  if (simple == nullptr || simple->words.empty()) return false;
  const std::string_view name = simple->words[0].parts.front().text;
  if (name == "false") return true;
  if (name != "exit" || simple->words.size() != 2) return false;
  const std::string_view status = simple->words[1].parts.front().text;
  return status.find_first_not_of("0123456789") == status.npos &&
         status.find_first_not_of('0') != status.npos;
}

// `set -e`, `set -ex`, `set -o errexit`.
bool sets_errexit(const SimpleCommand& command) {
  if (command.words.empty() || command.words[0].value != "set") return false;
  return std::any_of(
      command.words.begin() + 1, command.words.end(), [](const ShellWord& it) {
        const std::string_view word = it.value;
        return word == "errexit" ||
               (word.starts_with('-') && !word.starts_with("--") &&
                word.find('e') != word.npos);
      });
}

// The tree as a list. Its nesting is bounded, so the functions may call each
// other.
class ScriptFlattener {
 public:
  explicit ScriptFlattener(std::string_view text) : text_(text) {}

  std::vector<SimpleCommand> run() {
    const shell::Script script = shell::parse_script(text_);
    commands_.reserve(count(script.commands));
    list(script.commands, Ran::well);
    if (!functions_.empty()) mark_calls();
    return std::move(commands_);
  }

 private:
  struct FunctionBody {
    std::size_t begin;
    std::size_t end;
    bool called = false;
  };

  // Of most scripts: those that hold no others.
  static std::size_t count(const shell::List& list) {
    std::size_t commands = 0;
    for (const shell::AndOr& and_or : list) {
      for (const shell::Pipeline& it : and_or.pipelines) {
        commands += it.commands.size();
      }
    }
    return commands;
  }

  void list(const shell::List& list, Ran ran) {
    for (const shell::AndOr& it : list) and_or(it, ran_of(it, list, ran));
  }

  // The last one tells how the list ends; `set -e` tells it of the others, but
  // not where `&&` and `||` join them.
  Ran ran_of(const shell::AndOr& it, const shell::List& list, Ran ran) const {
    if (ran == Ran::maybe || it.background) return Ran::maybe;
    if (&it == &list.back()) return ran;
    const bool plain = it.joins.empty() && !it.pipelines.front().negated;
    return errexit_ && plain ? Ran::well : Ran::surely;
  }

  // From its end: `a && b` ended well only if both did, `a || b` says nothing
  // of either.
  void and_or(const shell::AndOr& it, Ran ran) {
    const std::size_t count = it.pipelines.size();
    std::vector<Ran> each;
    if (count > 1) each.assign(count, Ran::maybe);
    for (std::size_t i = count - 1; i > 0; --i) {
      if (it.joins[i - 1] == shell::AndOr::Join::both) {
        if (ran == Ran::well) each[i] = ran;
      } else if (!always_fails(it.pipelines[i])) {
        ran = Ran::maybe;
      }
    }
    pipeline(it.pipelines.front(), ran);
    for (std::size_t i = 1; i < count; ++i) pipeline(it.pipelines[i], each[i]);
  }

  void pipeline(const shell::Pipeline& pipeline, Ran ran) {
    const Ran others = std::min(ran, Ran::surely);
    for (const shell::Command& it : pipeline.commands) {
      const bool last = &it == &pipeline.commands.back();
      command(it, !last, pipeline.negated ? Ran::maybe : last ? ran : others);
    }
  }

  void command(const shell::Command& it, bool piped, Ran ran) {
    ran_ = left_ ? Ran::maybe : ran;
    if (const auto* simple = it.as<shell::Simple>()) {
      return add_simple(simple_command(*simple, it), piped);
    }
    std::visit([&](const auto& body) { flatten(body, it, ran); }, it.body);
    if (it.redirections.empty() || it.as<shell::Opaque>() != nullptr) return;
    SimpleCommand redirected;
    redirected.span = {it.redirections.front().span.begin, it.span.end};
    redirections(it, redirected);
    ran_ = left_ ? Ran::maybe : ran;
    add(std::move(redirected), piped);
  }

  void add_simple(SimpleCommand command, bool piped) {
    const bool leaves = !command.words.empty() && ran_ != Ran::well &&
                        command.words[0].value == "exit";
    if (ran_ != Ran::maybe) errexit_ |= sets_errexit(command);
    // With a status that says nothing is wrong; what comes behind is left out.
    left_ |= leaves && (command.words.size() == 1 || !command.words[1].known ||
                        command.words[1].value == "0");
    add(std::move(command), piped);
  }

  void mark_calls() {
    for (SimpleCommand& it : commands_) {
      if (it.words.empty() || !it.words.front().known) continue;
      const auto found = functions_.find(it.words.front().value);
      if (found == functions_.end()) continue;
      it.calls_function = true;
      found->second.called |= !it.maybe;
    }
    for (const auto& [name, body] : functions_) {
      for (std::size_t i = body.begin; !body.called && i < body.end; ++i) {
        commands_[i].maybe = true;
      }
    }
  }

  void add(SimpleCommand command, bool piped) {
    command.piped = piped;
    command.maybe = ran_ == Ran::maybe;
    command.in_function = in_function_;
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
      result.known = false;
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

  void flatten(const shell::Opaque&, const shell::Command& command, Ran) {
    if (tokens_.empty()) tokens_ = shell::script_tokens(text_);
    auto found = loose_commands(text_, tokens_, command.span);
    for (SimpleCommand& it : found) it.maybe = true;
    std::move(found.begin(), found.end(), std::back_inserter(commands_));
  }
  void flatten(const shell::Simple&, const shell::Command&, Ran) {}
  void flatten(const shell::Arithmetic&, const shell::Command&, Ran) {}
  void flatten(const shell::Group& it, const shell::Command&, Ran ran) {
    list(it.body, ran);
  }
  void flatten(const shell::Subshell& it, const shell::Command&, Ran ran) {
    const std::size_t first = commands_.size();
    list(it.body, ran);
    if (first == commands_.size()) return;
    commands_[first].subshell =
        static_cast<std::uint32_t>(commands_.size() - first);
  }
  void flatten(const shell::If& it, const shell::Command&, Ran) {
    for (const shell::If::Branch& branch : it.branches) {
      list(branch.condition, Ran::maybe);
      list(branch.body, Ran::maybe);
    }
    if (it.otherwise) list(*it.otherwise, Ran::maybe);
  }
  void flatten(const shell::Loop& it, const shell::Command&, Ran) {
    list(it.condition, Ran::maybe);
    list(it.body, Ran::maybe);
  }
  void flatten(const shell::Function& it, const shell::Command&, Ran) {
    const std::size_t begin = commands_.size();
    const bool outer = std::exchange(in_function_, true);
    list(it.body, Ran::surely);
    in_function_ = outer;
    functions_.insert_or_assign(it.name, FunctionBody{begin, commands_.size()});
  }

  void flatten(const shell::For& it, const shell::Command& command, Ran ran) {
    std::optional<std::size_t> head_at;
    if (!it.variable.empty()) {
      SimpleCommand head;
      head.span = {command.span.begin, command.span.begin};
      add_literal(head, it.select ? "select" : "for");
      add_literal(head, it.variable);
      if (it.words) {
        add_literal(head, "in");
        add_words(head, *it.words);
      }
      head_at = commands_.size();
      add(std::move(head), false);
    }
    const bool has_rounds = head_at && !it.select && it.words &&
                            !it.words->empty() &&
                            commands_[*head_at].words[3].known;
    list(it.body, has_rounds ? std::min(ran, Ran::surely) : Ran::maybe);
    if (head_at) {
      commands_[*head_at].body =
          static_cast<std::uint32_t>(commands_.size() - *head_at - 1);
    }
  }

  void flatten(const shell::Case& it, const shell::Command& command, Ran) {
    SimpleCommand head;
    head.span = {command.span.begin, command.span.begin};
    add_literal(head, "case");
    add_words(head, {it.subject});
    add_literal(head, "in");
    add(std::move(head), false);
    for (const shell::Case::Item& item : it.items) {
      list(item.body, Ran::maybe);
    }
  }

  void flatten(const shell::Test& it, const shell::Command& command, Ran) {
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
  std::vector<shell::Token> tokens_;  // only needed in an Opaque
  std::vector<SimpleCommand> commands_;
  std::map<std::string, FunctionBody, std::less<>> functions_;
  Ran ran_ = Ran::well;  // of the command that is added next
  bool errexit_ = false;
  bool in_function_ = false;
  bool left_ = false;  // `exit` may have ended it
};

// Files that lie beside each other repeat each other's lines, and a file that
// was changed repeats its own: what a thread has read is kept for a while.
class KnownTexts {
 public:
  std::vector<SimpleCommand> commands_of(std::string_view text) {
    const auto known = texts_.find(text);
    if (known != texts_.end()) return known->second;
    auto commands = ScriptFlattener(text).run();
    if (text.size() > longest) return commands;
    if (texts_.size() >= most) texts_.clear();
    return texts_.emplace(text, std::move(commands)).first->second;
  }

 private:
  static constexpr std::size_t longest = 4096;
  static constexpr std::size_t most = 200;

  std::map<std::string, std::vector<SimpleCommand>, std::less<>> texts_;
};

}  // namespace

std::vector<SimpleCommand> shell_commands(std::string_view text) {
  thread_local KnownTexts known;
  return known.commands_of(text);
}

SimpleCommand exec_command(std::vector<std::string> argv) {
  SimpleCommand result;
  for (std::string& argument : argv) {
    result.words.push_back({.value = std::move(argument), .span = {}});
  }
  return result;
}

}  // namespace harden
