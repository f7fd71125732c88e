#include "image/start/start_line.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "base/text/word_lists.h"
#include "image/start/program_kinds.h"
#include "knowledge/knowledge.h"
#include "shell/shell_script.h"

namespace harden {
namespace {

using shell::AndOr;
using shell::List;
using shell::Pipeline;
using shell::Simple;
using shell::WordPart;

// What forbids that the shell goes away, anywhere in the line.
class StartLineObstacles {
 public:
  // `program`: the last command, which may be anything.
  explicit StartLineObstacles(const shell::Command& program)
      : program_(program) {}

  std::string because;
  std::string help =
      "a script that ends in `exec` and the program keeps the rest and lets "
      "the program get its signals";
  std::vector<std::string> functions;

  void look_at(const List& list) {
    for (const AndOr& it : list) {
      if (it.background) {
        found("a command runs in the background beside the program");
      }
      for (const Pipeline& pipeline : it.pipelines) {
        for (const shell::Command& command : pipeline.commands)
          look_at(command);
      }
    }
  }

 private:
  void found(std::string reason) {
    if (because.empty()) because = std::move(reason);
  }

  void look_at(const shell::Command& command) {
    if (command.as<shell::Opaque>() != nullptr) {
      found("a part of it cannot be read");
    } else if (const auto* simple = command.as<Simple>()) {
      if (!simple->words.empty()) look_at(command, simple->words.front());
    } else if (const auto* group = command.as<shell::Group>()) {
      look_at(group->body);
    } else if (const auto* loop = command.as<shell::Loop>()) {
      look_at(loop->condition);
      look_at(loop->body);
    } else if (const auto* each = command.as<shell::For>()) {
      look_at(each->body);
    } else if (const auto* function = command.as<shell::Function>()) {
      functions.push_back(function->name);
      look_at(function->body);
    } else {
      look_at_branches(command);
    }
  }

  void look_at(const shell::Command& command, const shell::Word& first) {
    if (!first.literal()) return;
    const std::string name = first.value("");
    if (name == "trap") return found("the shell has to stay for its `trap`");
    if (&command == &program_) return;
    const CommandFacts* known = find_command(name);
    const bool serves =
        name.starts_with("/etc/init.d/") ||
        (known != nullptr && (known->use == CommandFacts::Use::service ||
                              known->effect == CommandFacts::Effect::service));
    if (!serves || !because.empty()) return;
    found("`" + name +
          "` starts processes beside the program, which a shell as PID 1 "
          "takes care of when they end");
    help = "run each of them in a container of its own";
  }

  // A subshell has traps and background commands of its own.
  void look_at_branches(const shell::Command& command) {
    if (const auto* branches = command.as<shell::If>()) {
      for (const auto& it : branches->branches) {
        look_at(it.condition);
        look_at(it.body);
      }
      if (branches->otherwise) look_at(*branches->otherwise);
    } else if (const auto* cases = command.as<shell::Case>()) {
      for (const auto& it : cases->items) look_at(it.body);
    }
  }

  const shell::Command& program_;
};

// Text that the shell would still replace: a pattern, `~`, `{a,b}`.
bool is_pattern(const shell::Word& word) {
  const WordPart& first = word.parts.front();
  if (!first.quoted && first.text.starts_with('~')) return true;
  return std::ranges::any_of(word.parts, [](const WordPart& part) {
    return !part.quoted && part.text.find_first_of("*?[{") != std::string::npos;
  });
}

bool is_plain_word(const shell::Word& word) {
  return word.literal() && !is_pattern(word);
}

// Functions that come with a file that the line reads in.
bool is_usually_a_function(std::string_view name) {
  constexpr std::array<std::string_view, 6> names = {
      "conda", "deactivate", "nvm", "rvm", "sdk", "workon"};
  return is_one_of(name, names);
}

class StartLineReader {
 public:
  explicit StartLineReader(std::string_view text)
      : text_(text), script_(shell::parse_script(text)) {}

  StartLine run() {
    if (!script_.commands.empty()) read();
    return std::move(result_);
  }

 private:
  void read() {
    const AndOr& last = script_.commands.back();
    const shell::Command& command = last.pipelines.back().commands.back();
    const auto* simple = command.as<Simple>();
    if (simple != nullptr && !simple->words.empty()) {
      name_ = simple->words.front().value(text_);
      result_.has_exec = name_ == "exec";
    }
    StartLineObstacles obstacles(command);
    obstacles.look_at(script_.commands);
    result_.kept_because = obstacles.because;
    if (result_.kept_because.empty()) result_.kept_because = why_not(last);
    if (result_.kept_because.empty()) {
      result_.kept_because = why_not(simple, obstacles.functions);
    }
    if (!result_.kept_because.empty()) {
      result_.help = obstacles.help;
      return;
    }
    if (is_alone(last, command)) take_words(*simple);
    if (!result_.has_exec) result_.exec_at = simple->words.front().span.begin;
  }

  std::string why_not(const AndOr& last) const {
    const auto tokens = shell::script_tokens(text_);
    const bool has_comment =
        std::ranges::find(tokens, shell::TokenKind::comment,
                          &shell::Token::kind) != tokens.end();
    if (has_comment) return "its comment would be lost";
    if (std::ranges::find(last.joins, AndOr::Join::either) !=
        last.joins.end()) {
      return "what it starts depends on `||`";
    }
    const Pipeline& pipeline = last.pipelines.back();
    if (pipeline.commands.size() > 1) return "the program is in a pipeline";
    if (pipeline.negated) return "`!` turns the program's exit status around";
    return {};
  }

  std::string why_not(const Simple* simple,
                      const std::vector<std::string>& functions) const {
    if (simple == nullptr) {
      return "its last command is a structure of the shell, no program";
    }
    if (simple->words.empty()) return "its last command is not a program";
    if (result_.has_exec) return {};
    const shell::Word& program = simple->words.front();
    if (!program.literal() && name_.find('/') == std::string::npos) {
      return "which program it starts is known only when it runs: `" + name_ +
             "`";
    }
    if (is_only_in_shells(name_) || is_builtin_with_program(name_)) {
      return "its last command, `" + name_ + "`, is one of the shell";
    }
    if (is_usually_a_function(name_) || is_one_of(name_, functions)) {
      return "its last command, `" + name_ + "`, is a function of the shell";
    }
    return {};
  }

  // Nothing but the words: no assignment, no `;` behind them.
  bool is_alone(const AndOr& last, const shell::Command& command) const {
    const auto& words = command.as<Simple>()->words;
    const std::string_view behind = text_.substr(words.back().span.end);
    return script_.commands.size() == 1 && last.pipelines.size() == 1 &&
           command.redirections.empty() &&
           command.as<Simple>()->assignments.empty() &&
           behind.find_first_not_of(" \t") == std::string_view::npos;
  }

  void take_words(const Simple& simple) {
    if (!std::ranges::all_of(simple.words, is_plain_word)) {
      return;
    }
    std::vector<PlainWord> words;
    for (const shell::Word& it : simple.words) {
      words.push_back({it.span, it.value(text_)});
    }
    if (result_.has_exec) words.erase(words.begin());
    if (words.empty()) return;
    // `exec -a name`, `exec cd`.
    const std::string& program = words.front().value;
    if (program.empty() || program[0] == '-' || is_only_in_shells(program) ||
        is_builtin_with_program(program)) {
      return;
    }
    result_.words = std::move(words);
  }

  std::string_view text_;
  shell::Script script_;
  std::string name_;
  StartLine result_;
};

}  // namespace

StartLine read_start_line(std::string_view text) {
  return StartLineReader(text).run();
}

}  // namespace harden
