// What each command takes, as plain data: completions and the manual page are
// functions of it. It is read from the command line itself, so that an option
// that is added there is completed and described.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands/command.h"

namespace harden::cli {

// What stands behind an option, or as a positional.
enum class ValueKind : std::uint8_t {
  none,    // a flag
  text,    // nobody can complete it
  words,   // one of `words`
  list,    // some of them, with commas
  file,    // a file or a folder
  folder,  //
  rule,    // a code or name of `harden rules`
};

struct OptionPage : DeclaredOption {
  ValueKind kind = ValueKind::none;
};

struct CommandPage {
  std::string words;  // "check", "profile seccomp"; empty: harden itself
  const CommandHelp* help = nullptr;
  std::vector<OptionPage> options;
};

// All commands and verbs; harden itself is the first.
std::vector<CommandPage> command_pages();

// The commands that may stand right behind these words: all behind none, the
// verbs behind `profile`.
std::vector<const CommandPage*> pages_behind(
    std::string_view words, const std::vector<CommandPage>& pages);

// The word that names it there.
std::string_view last_word(const CommandPage& page);

// The first sentence about a command, on one line and without its stop.
std::string summary_of(const CommandHelp& help);

// The positional of a command; null: it takes none.
const OptionPage* positional_of(const CommandPage& page);

}  // namespace harden::cli
