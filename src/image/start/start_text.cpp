#include "image/start/start_text.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "command/shell_commands.h"
#include "knowledge/programs.h"

namespace harden {
namespace {

std::string quoted(const std::string& word) {
  std::string text = "'";
  for (const char c : word) {
    if (c == '\'') {
      text += "'\\''";
    } else {
      text += c;
    }
  }
  return text + "' ";
}

bool brings_entrypoint(const ImageState& state) {
  if (state.base_reference == "scratch") return false;
  return state.base == nullptr || !state.base->entrypoint.empty();
}

}  // namespace

std::string exec_text(const std::vector<std::string>& argv) {
  std::string text = "exec ";
  for (const std::string& it : argv) text += quoted(it);
  return text;
}

std::string start_text(const ImageState& state) {
  const auto& entrypoint = state.entrypoint;
  // Another SHELL may read the line in another way.
  if (!state.shell.empty()) return {};
  const bool own = entrypoint && entrypoint->instruction;
  if (!own && brings_entrypoint(state)) return {};
  if (own && !entrypoint->exec_form) return entrypoint->text;
  const bool has_cmd = state.cmd && state.cmd->instruction;
  if (!own) {
    if (!has_cmd) return {};
    if (!state.cmd->exec_form) return state.cmd->text;
  }
  std::string text =
      exec_text(own ? entrypoint->argv : std::vector<std::string>());
  if (!has_cmd) return text;
  if (!state.cmd->exec_form) {
    return text + exec_text({"sh", "-c", state.cmd->text}).substr(5);
  }
  return text + exec_text(state.cmd->argv).substr(5);
}

namespace {

using StringArgv = std::vector<std::string>;

// What the engine makes of ENTRYPOINT or CMD in shell form.
StringArgv shell_argv(const ImageState& state, const std::string& line) {
  StringArgv result = state.shell;
  if (result.empty()) result = {"/bin/sh", "-c"};
  result.push_back(line);
  return result;
}

StringArgv argv_of(const ImageState& state, const Launch& launch) {
  return launch.exec_form ? launch.argv : shell_argv(state, launch.text);
}

// The words behind the script in a line such as `exec /start.sh --port 80`.
std::optional<StringArgv> arguments_in_line(const std::string& line,
                                            const std::string& script) {
  for (const auto& command : shell_commands(line)) {
    const auto& words = command.words;
    auto found = std::ranges::find(words, script, &ShellWord::value);
    if (found == words.end()) continue;
    StringArgv result;
    for (++found; found != words.end(); ++found) {
      if (!found->known) return std::nullopt;
      result.push_back(found->value);
    }
    return result;
  }
  return std::nullopt;
}

std::optional<StringArgv> behind_script(const StringArgv& argv,
                                        const std::string& script) {
  auto found = std::ranges::find(argv, script);
  if (found != argv.end()) return StringArgv(found + 1, argv.end());
  // `sh -c "exec /start.sh x"`
  for (const std::string& word : argv) {
    if (word.find(script) == std::string::npos) continue;
    return arguments_in_line(word, script);
  }
  return std::nullopt;
}

}  // namespace

std::optional<StringArgv> start_arguments(const ImageState& state,
                                          const std::string& script) {
  // Or the base's, when the script is put in the place of the base's.
  const bool own_entrypoint =
      state.entrypoint && (state.entrypoint->instruction ||
                           behind_script(state.entrypoint->argv, script));
  if (!own_entrypoint) {
    if (!state.cmd) return std::nullopt;
    return behind_script(argv_of(state, *state.cmd), script);
  }
  StringArgv argv = argv_of(state, *state.entrypoint);
  // In shell form ENTRYPOINT takes no arguments.
  if (state.entrypoint->exec_form && state.cmd) {
    StringArgv more = argv_of(state, *state.cmd);
    argv.insert(argv.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
  }
  return behind_script(argv, script);
}

namespace {

// SHELL as in effect at an instruction: only those before it count.
std::vector<std::string> shell_before(const StageView& stage,
                                      std::size_t instruction) {
  for (std::size_t i = instruction; i-- > stage.lines().begin;) {
    const Instruction& it = stage.instruction(i);
    const auto* command = it.as<Command>();
    if (it.keyword != Keyword::shell || command == nullptr) continue;
    std::vector<std::string> argv;
    for (const Word& word : command->argv) argv.push_back(word.value);
    return argv;
  }
  const auto parent = stage.evaluation.parents[stage.index];
  if (parent) return stage.evaluation.stages[*parent].shell;
  return {};
}

// `-c`, `-ec`, `-euxo pipefail -c`: what changes nothing about the program.
bool has_plain_options(const std::vector<std::string>& argv) {
  for (std::size_t i = 1; i < argv.size(); ++i) {
    const std::string_view word = argv[i];
    if (!word.starts_with('-') || word.size() < 2) return false;
    if (word.find_first_not_of("ceuxo", 1) != std::string_view::npos) {
      return false;
    }
    if (word.ends_with('o')) ++i;
  }
  return true;
}

bool is_named(std::string_view path, std::string_view name) {
  return path.substr(path.rfind('/') + 1) == name;
}

}  // namespace

StartShell start_shell(const StageView& stage, std::size_t instruction) {
  StartShell result;
  const ImageState& state = stage.state();
  result.argv = shell_before(stage, instruction);
  if (result.argv.empty()) result.argv = {"/bin/sh", "-c"};
  const std::string& program = result.argv.front();
  const std::string& last = result.argv.back();
  const bool windows = state.base && state.base->family == Family::windows;
  result.readable = !windows && may_be_shell(program) &&
                    last.starts_with('-') && last.ends_with('c');
  result.reads_profiles =
      !has_plain_options(result.argv) || is_named(program, "zsh") ||
      (is_named(program, "bash") && state.env.contains("BASH_ENV"));
  return result;
}

}  // namespace harden
