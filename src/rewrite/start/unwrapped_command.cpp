#include "rewrite/start/unwrapped_command.h"

#include <algorithm>
#include <vector>

#include "command/command_meaning.h"
#include "knowledge/knowledge.h"
#include "knowledge/programs.h"
#include "shell/shell_script.h"

namespace harden {
namespace {

using shell::WordPart;

std::string_view text_of(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

// The one simple command of a line, without what only its own shell would do.
const shell::Simple* plain_command(const shell::Script& line) {
  if (line.commands.size() != 1) return nullptr;
  const shell::AndOr& list = line.commands.front();
  if (list.background || list.pipelines.size() != 1) return nullptr;
  const shell::Pipeline& pipeline = list.pipelines.front();
  if (pipeline.negated || pipeline.commands.size() != 1) return nullptr;
  const auto* simple = pipeline.commands.front().as<shell::Simple>();
  if (simple == nullptr || simple->words.empty() ||
      !pipeline.commands.front().redirections.empty()) {
    return nullptr;
  }
  return simple;
}

// The same for whoever reads it: nothing that a shell expands or that depends
// on the folder.
bool is_same_anywhere(const shell::Word& word, std::string_view text) {
  const std::string_view written = text_of(text, word.span);
  return word.literal() && written.find_first_of("~*?[`$") == written.npos;
}

bool depends_on_folder(const shell::Word& word, std::string_view text) {
  const std::string value = word.value(text);
  if (value.starts_with("./") || value.starts_with("../")) return true;
  return value.find('/') != value.npos && value.front() != '/' &&
         value.front() != '-';
}

bool is_all_arguments(const shell::Word& word) {
  return word.parts.size() == 1 &&
         word.parts[0].kind == WordPart::Kind::variable &&
         (word.parts[0].text == "*" || word.parts[0].text == "@");
}

class CommandUnwrapper {
 public:
  CommandUnwrapper(const ScriptSite& site, std::string_view text,
                   bool plain_arguments)
      : command_(*site.command),
        simple_(site.simple()),
        text_(text),
        plain_arguments_(plain_arguments) {}

  std::optional<UnwrappedCommand> run() {
    first_ = has_exec() ? 1 : 0;
    if (first_ >= simple_.words.size() || has_heredoc()) return std::nullopt;
    const auto fields = fields_of();
    const auto call = step_down_call(fields);
    if (!call || !waits_for_program(call->tool) || !call->known) {
      return std::nullopt;
    }
    const std::size_t at = first_ + call->command;
    if (at >= simple_.words.size()) return std::nullopt;
    UnwrappedCommand result;
    result.before = before();
    if (!call->to_root) result.account = call->account;
    auto inner = call->shell_line ? line(at, call->login) : words(at, *call);
    if (!inner) return std::nullopt;
    result.text = *std::move(inner);
    return result;
  }

 private:
  bool has_exec() const {
    const shell::Word& word = simple_.words.front();
    return word.literal() && word.value(text_) == "exec";
  }

  bool has_heredoc() const {
    return std::ranges::any_of(command_.redirections, [](const auto& it) {
      return it.op == "<<" || it.op == "<<-";
    });
  }

  std::vector<Field> fields_of() const {
    std::vector<Field> result;
    for (std::size_t i = first_; i < simple_.words.size(); ++i) {
      const shell::Word& word = simple_.words[i];
      result.push_back({word.value(text_), word.literal(),
                        is_all_arguments(word), word.span});
    }
    return result;
  }

  // Assignments, and redirections in front.
  std::string before() const {
    const shell::Word& tool = simple_.words[first_];
    std::string result(text_of(text_, {command_.span.begin, tool.span.begin}));
    if (first_ == 0) return result;
    const std::size_t exec =
        simple_.words.front().span.begin - command_.span.begin;
    const std::size_t end = result.find_first_not_of(" \t", exec + 4);
    return result.erase(exec, std::min(end, result.size()) - exec);
  }

  // `sudo -u app COMMAND …`: as it stands there.
  std::optional<std::string> words(std::size_t at,
                                   const StepDownCall& call) const {
    if (call.login && any_depends_on_folder(at)) return std::nullopt;
    // What stands before the command would be lost.
    const std::uint32_t begin = simple_.words[at].span.begin;
    for (const auto& it : command_.redirections) {
      if (it.span.begin > simple_.words[first_].span.begin &&
          it.span.begin < begin) {
        return std::nullopt;
      }
    }
    return std::string(text_of(text_, {begin, command_.span.end}));
  }

  bool any_depends_on_folder(std::size_t at) const {
    return std::any_of(simple_.words.begin() + static_cast<std::ptrdiff_t>(at),
                       simple_.words.end(), [&](const shell::Word& it) {
                         return depends_on_folder(it, text_);
                       });
  }

  // `su app -c "$*"`
  std::string arguments(const shell::Word& word) const {
    if (plain_arguments_) return "\"$@\"";
    return "sh -c " + std::string(text_of(text_, word.span));
  }

  // `su app -c LINE`; what follows the line are its own arguments.
  std::optional<std::string> line(std::size_t at, bool login) const {
    const shell::Word& word = simple_.words[at];
    const bool all = is_all_arguments(word) || is_exec_of_arguments(word);
    if (!all && has_operand_behind(at)) return std::nullopt;
    std::string inner = all ? arguments(word) : line_words(word, login);
    if (inner.empty()) return std::nullopt;
    for (const auto& it : command_.redirections) {
      if (it.span.begin < simple_.words[first_].span.begin) continue;
      inner += " " + std::string(text_of(text_, it.span));
    }
    return inner;
  }

  bool has_operand_behind(std::size_t at) const {
    return std::any_of(
        simple_.words.begin() + static_cast<std::ptrdiff_t>(at) + 1,
        simple_.words.end(), [&](const shell::Word& it) {
          const std::string value = it.value(text_);
          return !value.starts_with('-') && !is_account(it);
        });
  }

  // `su -c LINE app`: the account may stand behind.
  bool is_account(const shell::Word& word) const {
    const auto fields = fields_of();
    const auto call = step_down_call(fields);
    return call && word.value(text_) == call->account;
  }

  // "exec $*", "exec $@"
  static bool is_exec_of_arguments(const shell::Word& word) {
    if (word.parts.size() != 2 ||
        word.parts[1].kind != WordPart::Kind::variable) {
      return false;
    }
    const bool all = word.parts[1].text == "*" || word.parts[1].text == "@";
    return all && word.parts[0].kind == WordPart::Kind::text &&
           word.parts[0].text == "exec ";
  }

  // The line's own words, or `sh -c LINE` when a shell is needed for it.
  std::string line_words(const shell::Word& word, bool login) const {
    if (!word.literal()) return login ? "" : shell_line(word);
    const std::string line = word.value(text_);
    const shell::Script script = shell::parse_script(line);
    const shell::Simple* simple = plain_command(script);
    const bool plain =
        simple != nullptr && simple->assignments.empty() &&
        std::ranges::all_of(simple->words, [&](const shell::Word& it) {
          return is_same_anywhere(it, line);
        });
    if (login && !is_free_of_folder(simple, line)) return {};
    if (!plain) return shell_line(word);
    std::size_t first = simple->words.front().value(line) == "exec" ? 1 : 0;
    if (first >= simple->words.size()) return {};
    return line.substr(
        simple->words[first].span.begin,
        simple->words.back().span.end - simple->words[first].span.begin);
  }

  // A login begins in the account's home, where paths mean something else.
  static bool is_free_of_folder(const shell::Simple* simple,
                                const std::string& line) {
    return simple != nullptr &&
           std::ranges::none_of(simple->words, [&](const shell::Word& it) {
             return depends_on_folder(it, line);
           });
  }

  // With `exec` in front of the last command, as far as the quotes allow: the
  // shell is to make way for it.
  std::string shell_line(const shell::Word& word) const {
    std::string written(text_of(text_, word.span));
    const auto at = last_command(word, written);
    if (at) written.insert(*at, "exec ");
    return "sh -c " + written;
  }

  std::optional<std::size_t> last_command(const shell::Word& word,
                                          const std::string& written) const {
    const std::string line = word.value(text_);
    if (!word.literal() || written.size() != line.size() + 2 ||
        line.find("trap") != line.npos) {
      return std::nullopt;
    }
    const shell::Script script = shell::parse_script(line);
    if (script.commands.empty() || script.commands.back().background) {
      return std::nullopt;
    }
    const shell::AndOr& list = script.commands.back();
    const shell::Pipeline& pipeline = list.pipelines.back();
    const bool may_go_on = std::ranges::any_of(list.joins, [](auto join) {
      return join == shell::AndOr::Join::either;
    });
    if (may_go_on || pipeline.negated || pipeline.commands.size() != 1) {
      return std::nullopt;
    }
    const auto* simple = pipeline.commands.front().as<shell::Simple>();
    if (simple == nullptr || simple->words.empty() ||
        !is_program(simple->words.front(), line)) {
      return std::nullopt;
    }
    return simple->words.front().span.begin + 1;
  }

  // `exec` starts programs, not what the shell itself does.
  static bool is_program(const shell::Word& word, const std::string& line) {
    const std::string name = word.value(line);
    if (!word.literal() || line.find("()") != line.npos) return false;
    const CommandFacts* facts = find_command(name);
    return name.find('/') != name.npos || facts == nullptr ||
           facts->use == CommandFacts::Use::application;
  }

  const shell::Command& command_;
  const shell::Simple& simple_;
  std::string_view text_;
  bool plain_arguments_;
  std::size_t first_ = 0;
};

}  // namespace

std::optional<UnwrappedCommand> unwrapped_command(const ScriptSite& site,
                                                  std::string_view text,
                                                  bool plain_arguments) {
  if (site.simple().words.empty()) return std::nullopt;
  return CommandUnwrapper(site, text, plain_arguments).run();
}

}  // namespace harden
