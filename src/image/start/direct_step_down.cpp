#include "image/start/direct_step_down.h"

#include <set>
#include <utility>

#include "base/text/paths.h"
#include "dockerfile/model/scope.h"
#include "follow/follow.h"
#include "image/start/start_text.h"
#include "knowledge/programs.h"

namespace harden {
namespace {

// Shells, inits and tools that wait for the program.
bool stays_in_front(const StartProgram& start, const std::string& tool) {
  const std::string first = start.text.substr(0, start.text.find(' '));
  return waits_for_program(tool) || base_name(first) != tool;
}

// The one account to which every path goes; empty when there is none.
std::string only_account(const Followed& followed) {
  if (followed.lost || followed.may_end || !followed.services.empty() ||
      !followed.steps_down_always()) {
    return {};
  }
  std::set<std::string> accounts;
  for (const HandOver& it : followed.hand_overs) {
    accounts.insert(it.step_down ? it.step_down->account : std::string());
  }
  return accounts.size() == 1 ? *accounts.begin() : std::string();
}

}  // namespace

std::optional<DirectStepDown> direct_step_down(const Document& document,
                                               const Evaluation& evaluation,
                                               std::size_t stage,
                                               const StartProgram& start) {
  const ImageState& state = evaluation.stages[stage];
  const bool is_line = start.kind == StartKind::stepping_down ||
                       start.kind == StartKind::program ||
                       start.kind == StartKind::shell_line;
  if (!is_line || !start.instruction) return std::nullopt;
  const StageScope scope(state);
  FollowInput input;
  input.script.text = start_text(state);
  input.arguments.emplace();
  input.environment = &scope;
  const Followed followed = follow_script(input);
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
