// The commands of a RUN, whichever form it has.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "command/file_effect.h"
#include "command/shell_commands.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"

namespace harden {

// What a heredoc hands over.
// Its lines; of `<<-` without the tabs in front. Variables stay as written.
std::string heredoc_text(const Document& document, const Heredoc& heredoc);

// What a command of a RUN does to a path that the file tells.
struct RunEffect {
  FileEffect::Kind kind;
  bool recursive = false;
  bool into_folder = false;
  bool must_be_new = false;
  // It may not have happened.
  bool maybe = false;
  // Of owned and mode: `text` is what is given, else nobody knows.
  bool is_told = false;
  // Absolute; with the shell's `*`, `?` and `[…]` where the line has them.
  std::string to;
  // Of copied and moved; of linked as written where it is relative. Empty when
  // not known.
  std::string from = {};
  std::string text = {};
};

// A call of a compiler: go, cargo, gcc …
struct CompilerCall {
  std::size_t command = 0;         // index in RunScript::commands
  std::size_t program = 0;         // index of its words, behind wrappers
  std::vector<std::string> words;  // what is not known stays as written
  std::string folder;              // where it runs, absolute
  // What the line sets for it.
  std::map<std::string, std::string, std::less<>> environment;
};

struct RunScript {
  std::vector<SimpleCommand> commands = {};
  // What their spans point into; empty for the exec form.
  std::string text = {};
  // In the order in which they happen; filled in by read_run().
  std::vector<RunEffect> effects = {};
  std::vector<CompilerCall> compilers = {};
  Unknown unreadable = {};  // not a POSIX shell's
};

// The heredoc that is all that a RUN's shell gets, as in `RUN <<EOF`; null when
// there is none, or anything else around it.
const Heredoc* lone_heredoc(const Instruction& instruction,
                            const Command& command);

// Without an Evaluation; else run_script() has it already.
RunScript script_of_run(const Document& document,
                        const Instruction& instruction, const Command& command,
                        const ImageState& state);

// The commands of this instruction; none when it is not a RUN.
const RunScript& run_script(const Evaluation& evaluation,
                            std::size_t instruction);

}  // namespace harden
