#include "image/files/image_tools.h"

#include <algorithm>
#include <string_view>

#include "base/text/paths.h"
#include "command/package_call.h"
#include "command/shell_commands.h"
#include "command/wrappers.h"
#include "dockerfile/model/run_script.h"
#include "image/files/stage_chain.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

// The first RUN that changes packages as the base's own user.
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
    for (const SimpleCommand& run : run_script(evaluation, index).commands) {
      if (run.words.empty() ||
          find_package_manager(run.words.front().value) == nullptr) {
        continue;
      }
      const auto call = package_call(fields_of(run.words));
      if (!call || call->facts->family == Family::unknown ||
          !call->changes_packages()) {
        continue;
      }
      tools.family = call->facts->family;
      tools.root_shown_because =
          "`" + std::string(base_name(run.words.front().value)) + "` in line " +
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
    const auto& script = run_script(evaluation, index);
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
  if (command.words.empty()) return PackageChange::none;
  const auto call = package_call(fields_of(command.words));
  if (!call) return PackageChange::none;
  if (call->task == PackageTask::remove) return PackageChange::removes;
  return call->changes_packages() && call->may_install()
             ? PackageChange::installs
             : PackageChange::none;
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
