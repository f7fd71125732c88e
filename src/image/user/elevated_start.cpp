#include "image/user/elevated_start.h"

#include <algorithm>
#include <string_view>

#include "image/start/step_down_target.h"

namespace harden {
namespace {

// Cheap, and seldom true.
bool names_tool(std::string_view text) {
  return text.find("sudo") != text.npos || text.find("doas") != text.npos;
}

}  // namespace

std::optional<std::string> elevated_start(const ImageStart& start) {
  const StageView& stage = start.stage();
  const StartProgram& program = start.program();
  const bool is_script = program.kind == StartKind::script;
  if (!program.instruction ||
      !names_tool(is_script ? program.file.text : program.text)) {
    return std::nullopt;
  }
  const auto followed = is_script ? follow_as_account(stage, program)
                                  : follow_start_line(stage, program, false);
  if (!followed) return std::nullopt;
  const auto found = std::ranges::find_if(followed->untold, &Untold::elevated);
  if (found == followed->untold.end()) return std::nullopt;
  if (is_script) return place_in(*followed, found->place);
  const Keyword keyword = stage.instruction(*program.instruction).keyword;
  return "`" + std::string(to_string(keyword)) + "`";
}

}  // namespace harden
