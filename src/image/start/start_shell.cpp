#include "image/start/start_shell.h"

#include <algorithm>
#include <string_view>

#include "knowledge/programs.h"

namespace harden {
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
