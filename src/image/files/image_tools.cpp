#include "image/files/image_tools.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "base/text/find_any.h"
#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "command/argument_options.h"
#include "command/package_call.h"
#include "command/wrappers.h"
#include "image/files/file_moves.h"
#include "image/files/image_paths.h"
#include "image/files/resolved_transfer.h"
#include "image/files/run_paths.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

// The first RUN that changes packages as the base's own user.
void find_evidence(const StageView& stage, ImageTools& tools) {
  for (std::size_t index : stage.chain()) {
    const Instruction& it = stage.instruction(index);
    const auto* command = it.as<Command>();
    if (it.keyword != Keyword::run || command == nullptr ||
        command->form != Command::Form::shell ||
        stage.evaluation.user_before[index].instruction) {
      continue;
    }
    for (const SimpleCommand& run : stage.commands_of(index)) {
      if (run.words.empty() ||
          find_package_manager(run.words.front().value) == nullptr) {
        continue;
      }
      const auto call = package_call(run.words);
      if (!call || call->facts->family == Family::unknown ||
          !call->changes_packages()) {
        continue;
      }
      tools.family = call->facts->family;
      tools.root_shown_because =
          "`" + std::string(base_name(run.words.front().value)) + "` in " +
          stage.line_of(index) +
          " works for root only, so the base starts as root";
      return;
    }
  }
}

// `microdnf install shadow-utils`, or a useradd that must have worked.
bool file_brings_tools(const StageView& stage) {
  for (std::size_t index : stage.chain()) {
    const Instruction& it = stage.instruction(index);
    const auto* command = it.as<Command>();
    if (it.keyword != Keyword::run || command == nullptr) continue;
    for (const SimpleCommand& run : stage.commands_of(index)) {
      const bool installed =
          package_change(run) == PackageChange::installs &&
          std::ranges::any_of(run.words, [](const auto& word) {
            return word.value == "shadow-utils" || word.value == "shadow";
          });
      if (installed) return true;
      if (!run.words.empty() &&
          base_name(run.words.front().value) == "useradd") {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

PackageChange package_change(const SimpleCommand& command) {
  if (command.words.empty()) return PackageChange::none;
  const auto call = package_call(command.words);
  if (!call) return PackageChange::none;
  if (call->task == PackageTask::remove) return PackageChange::removes;
  return call->changes_packages() && call->may_install()
             ? PackageChange::installs
             : PackageChange::none;
}

ImageTools image_tools(const StageView& stage) {
  ImageTools tools;
  const ImageState& state = stage.state();
  if (state.base != nullptr) {
    tools.family = state.base->family;
    tools.has_shell = state.base->has_shell;
    tools.has_user_tools =
        state.base->has_user_tools || file_brings_tools(stage);
    tools.install_tools = state.base->install_tools;
  } else if (state.base_reference == "scratch") {
    tools.family = Family::scratch;
    tools.has_shell = false;
  } else {
    find_evidence(stage, tools);
  }
  const UserCommands* commands = user_commands(tools.family);
  if (!tools.has_user_tools && tools.install_tools.empty() &&
      commands != nullptr) {
    tools.install_tools = commands->install_tools;
  }
  return tools;
}

namespace {

class BroughtProgramSearch {
 public:
  BroughtProgramSearch(const StageView& stage, const std::string& name)
      : stage_(stage),
        name_(name),
        places_(program_places(stage.state(), name)),
        changes_(run_paths(stage)) {}

  bool run() {
    bool there = false;
    for (const std::size_t i : stage_.chain()) {
      if (const auto changed = effect_of(i)) there = *changed;
    }
    return there;
  }

 private:
  // What the instruction leaves: the program, none, or what was there.
  std::optional<bool> effect_of(std::size_t index) {
    if (stage_.instruction(index).as<Transfer>() != nullptr) {
      return is_copied(index) ? std::optional(true) : std::nullopt;
    }
    std::optional<bool> effect = effect_on_files(index);
    for (const SimpleCommand& it : stage_.commands_of(index)) {
      const auto of_command = effect_of(it);
      // What may not have run brings nothing for sure, but may take it away.
      if (of_command && !(*of_command && it.maybe)) effect = of_command;
    }
    return effect;
  }

  bool is_place(const std::string& path) const {
    return is_one_of(path, places_);
  }
  bool is_in_folder(const std::string& folder, std::string_view file) const {
    return base_name(file) == name_ &&
           is_place(folder + (folder == "/" ? "" : "/") + name_);
  }

  bool is_copied(std::size_t index) const {
    const auto transfer = resolve_transfer(stage_, index);
    if (!transfer) return false;
    if (!transfer->into_folder && is_place(transfer->destination)) return true;
    return std::ranges::any_of(
        transfer->sources, [&](const ResolvedTransfer::Source& it) {
          return is_in_folder(transfer->destination, it.path);
        });
  }

  std::optional<bool> effect_on_files(std::size_t index) const {
    std::optional<bool> effect;
    for (const PathChange& it : changes_) {
      if (it.instruction != index || !is_place(it.path)) continue;
      effect = it.kind != PathChange::Kind::removed;
    }
    for (const FileMove& it : file_moves(stage_, index)) {
      const bool here = it.into_folder
                            ? is_in_folder(it.to, it.from)
                            : is_place(it.to) || is_in_folder(it.to, it.from);
      if (here) effect = true;
    }
    return effect;
  }

  std::optional<bool> effect_of(const SimpleCommand& command) {
    if (command.words.empty()) return std::nullopt;
    const std::string_view program = base_name(command.words.front().value);
    if (program == name_) return true;
    // It fails where there is nothing.
    if (program == "chmod" && is_place(command.words.back().value)) return true;
    const PackageChange change = package_change(command);
    if (change == PackageChange::none) return std::nullopt;
    const bool named =
        std::any_of(command.words.begin() + 1, command.words.end(),
                    [&](const ShellWord& it) { return is_package(it.value); });
    const std::string group = virtual_group(command);
    if (change == PackageChange::installs) {
      if (named) group_ = group;
      return named ? std::optional(true) : std::nullopt;
    }
    // `apk del .build-deps` takes what came with that name.
    const bool takes_group =
        !group_.empty() &&
        std::ranges::any_of(command.words, [&](const ShellWord& it) {
          return it.value == group_;
        });
    return named || takes_group ? std::optional(false) : std::nullopt;
  }

  // Of `apk add --virtual .build-deps su-exec`; empty for others.
  static std::string virtual_group(const SimpleCommand& command) {
    const ArgumentOptions options(command.words,
                                  {.letters_with_value = "tXp",
                                   .names_with_value = "--virtual "
                                                       "--repository --root"});
    const CommandWord* name = options.value({"-t", "--virtual"});
    return name == nullptr ? std::string() : std::string(name->text);
  }

  // `gosu=1.14-1`, `su-exec~0.2`, `gosu@edge`
  bool is_package(std::string_view word) const {
    return word.substr(0, find_any_of(word, "=<>~@:")) == name_;
  }

  const StageView stage_;
  const std::string& name_;
  std::vector<std::string> places_;
  std::vector<PathChange> changes_;
  std::string group_;  // of packages that came together, the program's among
};

}  // namespace

bool brings_program(const StageView& stage, const std::string& name) {
  return BroughtProgramSearch(stage, name).run();
}

bool may_elevate(const StageView& stage) {
  return brings_program(stage, "sudo") || brings_program(stage, "doas");
}

}  // namespace harden
