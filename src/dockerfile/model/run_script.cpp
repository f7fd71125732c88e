#include "dockerfile/model/run_script.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "knowledge/programs.h"
#include "shell/shell_script.h"

namespace harden {

std::string heredoc_text(const Document& document, const Heredoc& heredoc) {
  const std::string_view lines = document.text(heredoc.body);
  if (!heredoc.strips_tabs) return std::string(lines);
  std::string result;
  bool line_begins = true;
  for (const char c : lines) {
    if (line_begins && c == '\t') continue;
    line_begins = c == '\n';
    result += c;
  }
  return result;
}

namespace {

RunScript script_of_text(std::string text) {
  RunScript script{.commands = shell_commands(text)};
  script.text = std::move(text);
  return script;
}

// dispatchRun: a heredoc alone is the script, unless its first line names
// another interpreter; with anything else around it the shell gets it all.
RunScript with_heredocs(const Document& document,
                        const Instruction& instruction,
                        const Command& command) {
  if (const Heredoc* only = lone_heredoc(instruction, command)) {
    const std::string script = heredoc_text(document, *only);
    const std::string program = shell::interpreter_of(script);
    if (script.starts_with("#!") && !may_be_shell(program)) {
      return {.unreadable = {Unknown::Kind::script_of, program}};
    }
    return script_of_text(script);
  }
  std::string script(shell_text(instruction, command));
  for (const Heredoc& heredoc : instruction.heredocs) {
    script.append("\n").append(document.text(heredoc.body));
    script.append(heredoc.delimiter);
  }
  return script_of_text(std::move(script));
}

}  // namespace

const Heredoc* lone_heredoc(const Instruction& instruction,
                            const Command& command) {
  if (instruction.heredocs.size() != 1) return nullptr;
  const Heredoc& only = instruction.heredocs.front();
  const Span all = instruction.arguments.to_source(
      command.text_begin,
      static_cast<std::uint32_t>(instruction.arguments.text.size()));
  return only.opener == all ? &only : nullptr;
}

RunScript script_of_run(const Document& document,
                        const Instruction& instruction, const Command& command,
                        const ImageState& state) {
  if (command.form == Command::Form::exec) {
    std::vector<std::string> argv;
    for (const Word& word : command.argv) argv.push_back(word.value);
    return {{exec_command(std::move(argv))}};
  }
  if (state.base && state.base->family == Family::windows) {
    return {.unreadable = Unknown::Kind::windows_commands};
  }
  if (!state.shell.empty() && !may_be_shell(state.shell.front())) {
    return {.unreadable = {Unknown::Kind::shell, state.shell.front()}};
  }
  if (!instruction.heredocs.empty()) {
    return with_heredocs(document, instruction, command);
  }
  return script_of_text(std::string(shell_text(instruction, command)));
}

const RunScript& run_script(const Evaluation& evaluation,
                            std::size_t instruction) {
  static const RunScript none;
  if (instruction >= evaluation.run_scripts.size()) return none;
  const auto& found = evaluation.run_scripts[instruction];
  return found == nullptr ? none : *found;
}

}  // namespace harden
