#include "image/start/script_commands.h"

#include <algorithm>
#include <utility>

#include "base/text/paths.h"

namespace harden {

// A script with `cd` in it may be anywhere by then.
std::vector<StartCommand> script_commands(const Followed& followed,
                                          const ImageState& state) {
  const bool moves =
      std::ranges::any_of(followed.files, [](const ScriptFile& it) {
        return it.text.find("cd ") != std::string::npos;
      });
  std::vector<StartCommand> result;
  for (const HandOver& it : followed.hand_overs) {
    StartCommand command;
    for (const Field& word : it.argv) command.argv.push_back(word.value);
    if (!moves && !state.workdir_unknown) {
      command.folder = absolute_path("/", state.workdir);
    }
    result.push_back(std::move(command));
  }
  return result;
}

}  // namespace harden
