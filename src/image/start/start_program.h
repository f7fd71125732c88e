// How a container of the image starts: what ENTRYPOINT and CMD come to.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "image/files/copied_file.h"
#include "image/stage_view.h"

namespace harden {

enum class StartKind {
  nothing,        // neither ENTRYPOINT nor CMD, not even from the base
  base_default,   // only what the base image brings
  base_unknown,   // the base may bring an ENTRYPOINT that nobody knows
  program,        // a program, or an interpreter with its program
  script,         // a shell script that the file brings along
  shell_line,     // shell form, or `sh -c`, of more than one plain command
  stepping_down,  // starts through gosu, su-exec, setpriv, su, sudo, …
};

// A command that the start runs, behind its wrappers.
struct StartCommand {
  std::vector<std::string> argv;  // as written where a variable is not known
  std::string folder;             // where it runs; empty: nobody knows
  std::vector<std::string> redirected;  // FILE of `> FILE`, `2>> FILE`
};

struct StartProgram {
  StartKind kind = StartKind::nothing;
  // Names or paths of all programs of the command line that are started,
  // wrappers (tini, dumb-init, env, exec) left out: "node", "/app/run.sh".
  std::vector<std::string> programs;
  // The same with their arguments, and what a shell does beside them.
  std::vector<StartCommand> commands = {};
  // The whole command as one line, for messages and a search for `~`.
  std::string text;
  // The script as the file names it, and where it comes from.
  std::string script;
  std::string shell;  // that runs it; empty: as its `#!` says
  CopiedFile file;
  std::string because;  // how the kind was found
  std::string help;     // what to do about a script that is not at hand
  bool unseen = false;  // the script was looked for and not found
  // The ENTRYPOINT or CMD; nullopt when the base brought it.
  std::optional<std::size_t> instruction;
  // The base's own ENTRYPOINT is (or may be) what starts first.
  bool base_entrypoint = false;
};

StartProgram start_program(const StageView& stage);

// Whether a program that is not at hand may be a script that gives up root: by
// its name, for most programs never do.
bool may_step_down(std::string_view program);

// Of a script that nobody can read: "the container starts with `/start.sh`,
// which may be a script that needs root: `start.sh` was not found in …".
std::string unread_because(const StartProgram& start);

}  // namespace harden
