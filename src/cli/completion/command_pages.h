// What each command takes, as plain data: completions and the manual page are
// functions of it. It is read from the command line itself, so that an option
// that is added there is completed and described.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text/enum_words.h"
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

// What a shell is told of each kind, in their order; `{}` stands for the words.
template <typename... Texts>
constexpr auto value_kinds(Texts... texts) {
  return enum_words<ValueKind::none, ValueKind::rule>(texts...);
}

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

// "'check' | 'profile seccomp'", with what is to stand between them.
std::string page_words(const std::vector<CommandPage>& pages,
                       std::string_view between);
// All rules, each written in the form, in which its code and its name stand as
// `{}`.
std::string rule_words(std::string_view form);

// Scripts that make a shell complete the words of harden.
std::string bash_completion(const std::vector<CommandPage>& pages);
std::string zsh_completion(const std::vector<CommandPage>& pages);
std::string fish_completion(const std::vector<CommandPage>& pages);

// harden.1, for man(1).
std::string manual_page(const std::vector<CommandPage>& pages);

}  // namespace harden::cli
