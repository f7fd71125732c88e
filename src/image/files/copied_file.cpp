#include "image/files/copied_file.h"

#include <algorithm>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "command/expand_word.h"
#include "dockerfile/model/scope.h"
#include "image/files/image_paths.h"
#include "image/start/program_kinds.h"

namespace harden {
namespace {

// In a shell line the environment is filled in when the container starts.
std::string filled_in(std::string_view program, const ImageState& state) {
  if (program.find('$') == std::string_view::npos) return std::string(program);
  const StageScope scope(state);
  Expansion result = expand_word(program, scope, {.limit = 4096});
  return result.known() ? std::move(result.value) : std::string(program);
}

CopiedFile by_name(std::string_view program) {
  CopiedFile result;
  result.is_script = is_name_of_script(program);
  if (result.is_script) {
    result.unseen = true;
    result.because =
        "its name says so, and it was not found in the build context";
  }
  return result;
}

}  // namespace

CopiedFiles::CopiedFiles(const StageView& stage)
    : state_(stage.state()), origin_(stage) {}

// A name alone is looked for in PATH; where that is not known, also in the
// folders that files are copied to.
std::vector<std::string> CopiedFiles::places_of(const std::string& program) {
  if (program.find('/') != std::string::npos) {
    return {absolute_path(state_.workdir, program)};
  }
  const auto path = state_.env.find("PATH");
  const bool known = path != state_.env.end() && path->second.value;
  std::vector<std::string> result =
      path_folders(known ? std::string_view(*path->second.value) : usual_path);
  if (!known) {
    for (std::string& it : origin_.destinations()) {
      if (!is_one_of(it, result)) {
        result.push_back(std::move(it));
      }
    }
  }
  for (std::string& it : result) it = absolute_path(it, program);
  return result;
}

CopiedFile CopiedFiles::find(std::string_view program, bool by_shell) {
  CopiedFile result;
  for (const std::string& place : places_of(filled_in(program, state_))) {
    // What was read decides; the name does not.
    if (auto found = origin_.find(place)) {
      result = std::move(*found);
      break;
    }
  }
  if (result.because.empty()) {
    result = by_name(program);
  } else if (!result.at_hand()) {
    result.is_script |= is_name_of_script(program);
  }
  if (by_shell) {
    result.is_script = true;
    if (!result.at_hand()) result.because = "it is started with a shell";
  }
  return result;
}

std::string CopiedFiles::touched_because(std::string_view program) {
  for (const std::string& place : places_of(filled_in(program, state_))) {
    std::string because = origin_.touched_because(place);
    if (!because.empty()) return because;
  }
  return {};
}

}  // namespace harden
