// What the commands of a RUN do to the users and groups of the image.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "command/command_words.h"
#include "command/expand_word.h"
#include "command/shell_commands.h"
#include "dockerfile/image_state.h"

namespace harden {

struct RunContext {
  const VariableSource& variables;  // ENV and ARG at the RUN
  Family family = Family::unknown;
  std::size_t instruction = 0;
};

// A command of a RUN, its words worked out.
struct RunCommand {
  const SimpleCommand& command;
  CommandWords words;
  // What stands behind sudo and wrappers; empty when nothing does.
  CommandWords program;
  std::span<const Field> targets;  // of its redirections, one each
  // What the command prints, and what the one before it in a pipe does; nullopt
  // when that is not known.
  const std::optional<std::string>& printed;
  const std::optional<std::string>& piped;
};

// Users and groups created, changed and deleted by the commands, in whatever
// way they are spelled; what could create users unseen is noted in
// accounts_incomplete.
class RunAccounts {
 public:
  RunAccounts(const RunContext& context, ImageState& state)
      : context_(context), state_(state) {}

  // One of the many commands that need no closer look, found without working
  // out their arguments.
  static bool is_plainly_harmless(const SimpleCommand& command);

  // A package manager of the system, whose packages may bring users; false for
  // any other program.
  bool packages(const CommandWords& words);
  // The files that the command's redirections write.
  void redirections(const RunCommand& it);
  // A shell's own script and what it does are for the caller.
  void execute(const RunCommand& it);
  // One that nobody can read, in the words of the command where it has some.
  void unknown_script(const CommandWords& words = {});
  // Some account has another uid, perhaps: the tool was named, or writes to
  // /etc/passwd or /etc/group, whatever it calls them.
  void changes_accounts(std::string_view tool);

 private:
  void note_copy(const CommandWord& target, const CommandWords& words);
  void write(std::string_view path, const std::optional<std::string>& text,
             bool appends);
  void tee(const RunCommand& it);

  const RunContext& context_;
  ImageState& state_;
};

}  // namespace harden
