#include "image/files/image_tools.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/text/paths.h"
#include "command/shell_commands.h"
#include "dockerfile/model/run_script.h"
#include "image/files/stage_chain.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

using model::shell_commands;
using model::SimpleCommand;

// Package managers work for root only and each belongs to one family.
constexpr std::array<std::pair<std::string_view, Family>, 9> package_managers{{
    {"apk", Family::alpine},
    {"apt", Family::debian},
    {"apt-get", Family::debian},
    {"dnf", Family::redhat},
    {"microdnf", Family::redhat},
    {"pacman", Family::arch},
    {"tdnf", Family::azurelinux},
    {"yum", Family::redhat},
    {"zypper", Family::suse},
}};

std::string_view subcommand(const SimpleCommand& command) {
  for (std::size_t i = 1; i < command.words.size(); ++i) {
    if (!command.words[i].value.starts_with('-')) return command.words[i].value;
  }
  return {};
}

const std::pair<std::string_view, Family>* package_manager(
    const SimpleCommand& command) {
  if (command.words.empty()) return nullptr;
  const std::string_view name = base_name(command.words.front().value);
  const auto found =
      std::find_if(package_managers.begin(), package_managers.end(),
                   [&](const auto& it) { return it.first == name; });
  return found == package_managers.end() ? nullptr : found;
}

bool has_option(const SimpleCommand& command, std::string_view prefix) {
  return std::any_of(
      command.words.begin(), command.words.end(),
      [&](const auto& it) { return it.value.starts_with(prefix); });
}

bool installs(const SimpleCommand& command) {
  std::string_view word = subcommand(command);
  return word == "install" || word == "add" || word == "update" ||
         word == "upgrade" || word == "in" || has_option(command, "-S");
}

bool removes(const SimpleCommand& command) {
  std::string_view word = subcommand(command);
  return word == "remove" || word == "purge" || word == "del" ||
         word == "erase" || word == "autoremove" || word == "rm" ||
         has_option(command, "-R");
}

// The first RUN that installs packages as the base's own user.
void find_evidence(const Document& document, const Evaluation& evaluation,
                   std::size_t stage, ImageTools& tools) {
  for (std::size_t index : stage_chain(document, evaluation, stage)) {
    const Instruction& it = document.instructions[index];
    const auto* command = it.as<Command>();
    if (it.keyword != Keyword::run || command == nullptr ||
        command->form != Command::Form::shell ||
        evaluation.user_before[index].instruction) {
      continue;
    }
    for (const SimpleCommand& run :
         model::run_script(evaluation, index).commands) {
      const auto* manager = package_manager(run);
      if (manager == nullptr || !installs(run)) continue;
      tools.family = manager->second;
      tools.root_shown_because =
          "`" + std::string(manager->first) + "` in line " +
          std::to_string(document.source->position(it.span.begin).line) +
          " works for root only, so the base starts as root";
      return;
    }
  }
}

// `microdnf install shadow-utils`, or a useradd that must have worked.
bool file_brings_tools(const Document& document, const Evaluation& evaluation,
                       std::size_t stage) {
  for (std::size_t index : stage_chain(document, evaluation, stage)) {
    const Instruction& it = document.instructions[index];
    const auto* command = it.as<Command>();
    if (it.keyword != Keyword::run || command == nullptr) continue;
    const auto& script = model::run_script(evaluation, index);
    for (const SimpleCommand& run : script.commands) {
      const bool installed =
          package_change(run) == PackageChange::installs &&
          std::any_of(run.words.begin(), run.words.end(), [](const auto& word) {
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
  if (package_manager(command) == nullptr) return PackageChange::none;
  if (installs(command)) return PackageChange::installs;
  return removes(command) ? PackageChange::removes : PackageChange::none;
}

ImageTools image_tools(const Document& document, const Evaluation& evaluation,
                       std::size_t stage) {
  ImageTools tools;
  const ImageState& state = evaluation.stages[stage];
  if (state.base != nullptr) {
    tools.family = state.base->family;
    tools.has_shell = state.base->has_shell;
    tools.has_user_tools = state.base->has_user_tools ||
                           file_brings_tools(document, evaluation, stage);
    tools.install_tools = state.base->install_tools;
  } else if (state.base_reference == "scratch") {
    tools.family = Family::scratch;
    tools.has_shell = false;
  } else {
    find_evidence(document, evaluation, stage, tools);
  }
  const UserCommands* commands = user_commands(tools.family);
  if (!tools.has_user_tools && tools.install_tools.empty() &&
      commands != nullptr) {
    tools.install_tools = commands->install_tools;
  }
  return tools;
}

}  // namespace harden
