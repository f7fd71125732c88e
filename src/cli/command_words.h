// Which command the words of the command line name.
#pragma once

#include <vector>

#include "cli/arguments.h"
#include "cli/help.h"

namespace harden::cli {

using Words = std::vector<const char*>;

// Takes the words that name the command and its verb out, notes them, and gives
// their help page. Words behind `--` of `profile test` are the program's.
// Throws UsageError for a verb that nobody knows.
const CommandHelp& take_command(Words& words, Arguments& arguments);

// `--version` where the command's name would stand.
bool asks_for_version(const Words& words);

}  // namespace harden::cli
