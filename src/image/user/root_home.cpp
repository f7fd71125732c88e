#include "image/user/root_home.h"

#include <algorithm>
#include <string_view>

#include "base/text/paths.h"
#include "command/shell_commands.h"
#include "image/files/image_paths.h"

namespace harden {
namespace {

bool has_word(const SimpleCommand& command, std::string_view word) {
  return std::ranges::any_of(command.words,
                             [&](const auto& it) { return it.value == word; });
}

bool is_set(const ImageState& state, std::string_view variable) {
  return state.env.find(variable) != state.env.end();
}

// The installer, when the command puts programs into the home of its user.
std::optional<RootHomeUse> home_installer(const SimpleCommand& command,
                                          const ImageState& state,
                                          std::size_t index) {
  if (command.words.size() < 2) return std::nullopt;
  std::string_view name = base_name(command.words[0].value);
  const bool installs = has_word(command, "install");
  if (name.starts_with("pip") && installs && has_word(command, "--user") &&
      !is_set(state, "PYTHONUSERBASE")) {
    return RootHomeUse{index, "`pip install --user` installs below /root",
                       "leave `--user` out, or install into a virtual "
                       "environment such as /opt/venv"};
  }
  if (name == "pipx" && installs && !is_set(state, "PIPX_HOME")) {
    return RootHomeUse{index, "`pipx install` installs below /root",
                       "set `PIPX_HOME=/opt/pipx PIPX_BIN_DIR=/usr/local/bin`"};
  }
  if (name == "nvm" && installs && !is_set(state, "NVM_DIR")) {
    return RootHomeUse{index, "`nvm install` installs below /root",
                       "set `NVM_DIR=/usr/local/nvm`, or start from a `node` "
                       "image"};
  }
  if (name == "cargo" && installs && !has_word(command, "--root") &&
      !is_set(state, "CARGO_HOME") && state.base != nullptr &&
      state.base->runtime != "rust") {
    return RootHomeUse{index, "`cargo install` installs below /root",
                       "add `--root /usr/local`"};
  }
  return std::nullopt;
}

bool enters_root_home(std::string_view path) { return is_below(path, "/root"); }

std::optional<RootHomeUse> in_path(const Document& document,
                                   const ImageState& state,
                                   const std::vector<std::size_t>& chain) {
  auto path = state.env.find("PATH");
  if (path == state.env.end()) return std::nullopt;
  for (std::size_t index : chain) {
    const Instruction& it = document.instructions[index];
    const auto* env = it.as<Assignments>();
    if (it.keyword != Keyword::env || env == nullptr) continue;
    for (const Assignment& assignment : env->list) {
      if (assignment.name.value == "PATH" && assignment.value &&
          assignment.value->value.find("/root/") != std::string::npos) {
        return RootHomeUse{index, "`PATH` leads to programs below /root",
                           "install them where every user can start them, such "
                           "as /usr/local or /opt"};
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<RootHomeUse> find_root_home_use(const StageView& stage,
                                              const StartProgram& start) {
  const ImageState& state = stage.state();
  const auto chain = stage.chain();
  const std::size_t last = chain.empty() ? 0 : chain.back();
  const std::size_t place = start.instruction.value_or(last);
  if (!state.workdir.empty() && enters_root_home(state.workdir)) {
    return RootHomeUse{
        place, "the program starts in " + state.workdir + ", below /root",
        "move it to a `WORKDIR` such as /app"};
  }
  for (const std::string& program : start.programs) {
    if (enters_root_home(absolute_path(state.workdir, program))) {
      return RootHomeUse{place, "`" + program + "` lies below /root",
                         "install it in /usr/local/bin"};
    }
  }
  for (std::size_t index : chain) {
    const Instruction& it = stage.instruction(index);
    const auto* command = it.as<Command>();
    if (it.keyword != Keyword::run || command == nullptr ||
        command->form != Command::Form::shell) {
      continue;
    }
    // What another user installed is in that user's home.
    if (stage.evaluation.user_before[index].instruction) continue;
    for (const SimpleCommand& run : stage.commands_of(index)) {
      if (auto found = home_installer(run, state, index)) return found;
    }
  }
  return in_path(stage.document, state, chain);
}

}  // namespace harden
