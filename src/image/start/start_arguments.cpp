#include "image/start/start_arguments.h"

#include <algorithm>
#include <utility>

#include "command/shell_commands.h"

namespace harden {
namespace {

using StringArgv = std::vector<std::string>;

// What the engine makes of ENTRYPOINT or CMD in shell form.
StringArgv shell_argv(const ImageState& state, const std::string& line) {
  StringArgv result = state.shell;
  if (result.empty()) result = {"/bin/sh", "-c"};
  result.push_back(line);
  return result;
}

StringArgv argv_of(const ImageState& state, const Launch& launch) {
  return launch.exec_form ? launch.argv : shell_argv(state, launch.text);
}

// The words behind the script in a line such as `exec /start.sh --port 80`.
std::optional<StringArgv> arguments_in_line(const std::string& line,
                                            const std::string& script) {
  for (const auto& command : shell_commands(line)) {
    const auto& words = command.words;
    auto found = std::find_if(words.begin(), words.end(), [&](const auto& it) {
      return it.value == script;
    });
    if (found == words.end()) continue;
    StringArgv result;
    for (++found; found != words.end(); ++found) {
      if (!found->literal) return std::nullopt;
      result.push_back(found->value);
    }
    return result;
  }
  return std::nullopt;
}

std::optional<StringArgv> behind_script(const StringArgv& argv,
                                        const std::string& script) {
  auto found = std::find(argv.begin(), argv.end(), script);
  if (found != argv.end()) return StringArgv(found + 1, argv.end());
  // `sh -c "exec /start.sh x"`
  for (const std::string& word : argv) {
    if (word.find(script) == std::string::npos) continue;
    return arguments_in_line(word, script);
  }
  return std::nullopt;
}

}  // namespace

std::optional<StringArgv> start_arguments(const ImageState& state,
                                          const std::string& script) {
  // Or the base's, when the script is put in the place of the base's.
  const bool own_entrypoint =
      state.entrypoint && (state.entrypoint->instruction ||
                           behind_script(state.entrypoint->argv, script));
  if (!own_entrypoint) {
    if (!state.cmd) return std::nullopt;
    return behind_script(argv_of(state, *state.cmd), script);
  }
  StringArgv argv = argv_of(state, *state.entrypoint);
  // In shell form ENTRYPOINT takes no arguments.
  if (state.entrypoint->exec_form && state.cmd) {
    StringArgv more = argv_of(state, *state.cmd);
    argv.insert(argv.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
  }
  return behind_script(argv, script);
}

}  // namespace harden
