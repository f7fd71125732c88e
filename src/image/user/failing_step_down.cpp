#include "image/user/failing_step_down.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text/ascii.h"
#include "image/start/program_kinds.h"
#include "image/start/step_down_target.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

// Cheap, and seldom true.
bool may_name_tool(std::string_view text) {
  const auto in_name = [](char c) { return is_word(c) || c == '-'; };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && in_name(text[end])) ++end;
    const std::string_view name = text.substr(at, end - at);
    // chroot does so by an option.
    if (steps_down(name) || name == "chroot") return true;
    at = end == at ? at + 1 : end;
  }
  return false;
}

// Who looks as whom he runs steps down only as root: it is not worth to follow
// the script once more for the few that do not.
bool tests_for_root(std::string_view text) {
  constexpr std::array<std::string_view, 4> signs = {"id -", "UID", "whoami",
                                                     "$USER"};
  return std::ranges::any_of(
      signs, [&](std::string_view it) { return text.find(it) != text.npos; });
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
  const std::string& text = is_script ? program.file.text : program.text;
  if (!program.instruction || tests_for_root(text) || !may_name_tool(text)) {
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
