#include "image/user/failing_step_down.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "image/start/step_down_target.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

// Cheap, and seldom true: parts of the tools' names.
bool may_name_tool(std::string_view text) {
  constexpr std::array<std::string_view, 9> parts = {
      "gosu",    "su-exec", "setpriv", "uidgid", "chpst",
      "runuser", "su ",     "chroot",  "capsh"};
  return std::ranges::any_of(
      parts, [&](std::string_view it) { return text.find(it) != text.npos; });
}

// sudo may be allowed to anybody.
bool fails_for_others(const HandOver& it) {
  if (!it.step_down || !it.step_down->needs_root) return false;
  const CommandFacts* facts = find_command(it.step_down->tool);
  return facts == nullptr || !facts->elevates;
}

}  // namespace

std::optional<FailingStepDown> failing_step_down(const ImageStart& start) {
  const StageView& stage = start.stage();
  const StartProgram& program = start.program();
  const bool is_script = program.kind == StartKind::script;
  if (!program.instruction ||
      !may_name_tool(is_script ? program.file.text : program.text)) {
    return std::nullopt;
  }
  const auto followed = is_script ? follow_as_account(stage, program)
                                  : follow_start_line(stage, program, false);
  if (!followed || followed->lost || followed->may_end ||
      !followed->untold.empty() || followed->hand_overs.empty() ||
      !std::ranges::all_of(followed->hand_overs, fails_for_others)) {
    return std::nullopt;
  }
  const HandOver& first = followed->hand_overs.front();
  const Keyword keyword = stage.instruction(*program.instruction).keyword;
  return FailingStepDown{first.step_down->tool,
                         is_script
                             ? place_in(*followed, first.place)
                             : "`" + std::string(to_string(keyword)) + "`"};
}

}  // namespace harden
