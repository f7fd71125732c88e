#include "analysis/direct_step_down.h"

#include <set>
#include <utility>

#include "analysis/root_programs.h"
#include "analysis/start_program.h"
#include "model/scope.h"
#include "script/follow.h"

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

// What the engine starts, as a line for a shell; empty when nobody knows.
std::string start_text(const ImageState& state) {
  const auto& entrypoint = state.entrypoint;
  const bool own = entrypoint && entrypoint->instruction;
  if (!own && brings_entrypoint(state)) return {};
  if (own && !entrypoint->exec_form) return entrypoint->text;
  const bool has_cmd = state.cmd && state.cmd->instruction;
  if (!own) {
    if (!has_cmd) return {};
    if (!state.cmd->exec_form) return state.cmd->text;
  }
  std::string text = "exec ";
  if (own) {
    for (const std::string& it : entrypoint->argv) text += quoted(it);
  }
  if (!has_cmd) return text;
  if (!state.cmd->exec_form) return text + "sh -c " + quoted(state.cmd->text);
  for (const std::string& it : state.cmd->argv) text += quoted(it);
  return text;
}

// Shells, inits and tools that wait for the program.
bool stays_in_front(const StartProgram& start, const std::string& tool) {
  const std::string first = start.text.substr(0, start.text.find(' '));
  return tool == "su" || tool == "sudo" || tool == "runuser" ||
         base_name(first) != tool;
}

// The one account to which every path goes; empty when there is none.
std::string only_account(const script::Followed& followed) {
  if (followed.lost || followed.may_end || !followed.services.empty() ||
      !followed.steps_down_always()) {
    return {};
  }
  std::set<std::string> accounts;
  for (const script::HandOver& it : followed.hand_overs) {
    accounts.insert(it.step_down ? it.step_down->account : std::string());
  }
  return accounts.size() == 1 ? *accounts.begin() : std::string();
}

}  // namespace

std::optional<DirectStepDown> direct_step_down(const Document& document,
                                               const Evaluation& evaluation,
                                               std::size_t stage,
                                               const BuildContext* context) {
  const ImageState& state = evaluation.stages[stage];
  const StartProgram start =
      start_program(document, evaluation, stage, context);
  const bool is_line = start.kind == StartKind::stepping_down ||
                       start.kind == StartKind::program ||
                       start.kind == StartKind::shell_line;
  // Another SHELL may read the line in another way.
  if (!is_line || !start.instruction || !state.shell.empty()) {
    return std::nullopt;
  }
  const model::StageScope scope(state);
  script::FollowInput input;
  input.script.text = start_text(state);
  input.arguments.emplace();
  input.environment = &scope;
  const script::Followed followed = script::follow_script(input);
  DirectStepDown result;
  result.account = only_account(followed);
  if (result.account.empty()) return std::nullopt;
  const Instruction& it = document.instructions[*start.instruction];
  result.keyword = to_string(it.keyword);
  result.tool = followed.hand_overs.front().step_down->tool;
  result.stays_in_front = stays_in_front(start, result.tool);
  return result;
}

}  // namespace harden
