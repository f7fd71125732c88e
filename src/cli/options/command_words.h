// Which command the words of the command line name.
#pragma once

#include <string_view>
#include <vector>

#include "cli/options/arguments.h"
#include "cli/options/help.h"

namespace harden::cli {

using Words = std::vector<const char*>;

// Takes the words that name the command and its verb out, notes them, and gives
// their help page. Words behind `--` of `profile test` are the program's.
// Throws UsageError for a verb that nobody knows.
const CommandHelp& take_command(Words& words, Arguments& arguments);

// A command, or a verb of one, and the words that name it.
struct NamedCommand {
  std::string_view word;  // empty: harden itself
  std::string_view verb;  // empty: the command itself
  Command command;
  ProfileVerb profile_verb;
  const CommandHelp* help;
};
// All of them; harden itself is the first.
std::vector<NamedCommand> all_commands();

// `--version` where the command's name would stand.
bool asks_for_version(const Words& words);

}  // namespace harden::cli
