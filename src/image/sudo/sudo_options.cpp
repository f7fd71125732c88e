#include "image/sudo/sudo_options.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "command/argument_options.h"

namespace harden {
namespace {

// What an option means for a command that root runs.
enum class SudoOptionMeaning {
  nothing,  // how to ask for the password, what to keep of the environment
  user,     // another user; root is nothing
  group,
  other,  // something that only sudo does
};

struct SudoOption {
  std::string_view letter;
  std::string_view name;
  SudoOptionMeaning meaning;
};

// sudo(8) 1.9.
constexpr OptionSyntax sudo_syntax = {
    .letters_with_value = "CDghpRrTtu",
    .names_with_value =
        "--close-from --chdir --group --host --prompt --chroot "
        "--role --command-timeout --type --user",
    .stops_at_operand = true};

constexpr SudoOption sudo_options[] = {
    {"-A", "--askpass", SudoOptionMeaning::nothing},
    {"-B", "--bell", SudoOptionMeaning::nothing},
    {"-C", "--close-from", SudoOptionMeaning::nothing},
    {"-E", "--preserve-env", SudoOptionMeaning::nothing},
    {"-g", "--group", SudoOptionMeaning::group},
    {"-H", "--set-home", SudoOptionMeaning::nothing},
    {"-h", "--host", SudoOptionMeaning::nothing},
    {"-k", "--reset-timestamp", SudoOptionMeaning::nothing},
    {"-N", "--no-update", SudoOptionMeaning::nothing},
    {"-n", "--non-interactive", SudoOptionMeaning::nothing},
    {"-P", "--preserve-groups", SudoOptionMeaning::nothing},
    {"-p", "--prompt", SudoOptionMeaning::nothing},
    {"-r", "--role", SudoOptionMeaning::nothing},
    {"-S", "--stdin", SudoOptionMeaning::nothing},
    {"-t", "--type", SudoOptionMeaning::nothing},
    {"-u", "--user", SudoOptionMeaning::user},
};

SudoOptionMeaning meaning_of_option(const ArgumentOption& option) {
  const auto* found = std::ranges::find_if(sudo_options, [&](const auto& it) {
    return option.is(it.letter) || option.is(it.name);
  });
  return found == std::end(sudo_options) ? SudoOptionMeaning::other
                                         : found->meaning;
}

bool is_root(std::string_view user) {
  return user == "root" || user == "#0" || user == "0";
}

std::string why_kept(const ArgumentOption& option) {
  const SudoOptionMeaning meaning = meaning_of_option(option);
  const bool names_account =
      meaning == SudoOptionMeaning::user || meaning == SudoOptionMeaning::group;
  if (meaning == SudoOptionMeaning::other || (names_account && !option.value)) {
    const std::string written = option.name.empty()
                                    ? std::string{'-', option.letter}
                                    : std::string(option.name);
    return "nothing but `sudo` does what `" + written + "` asks for";
  }
  if (!names_account || is_root(option.value->text)) return {};
  return std::string("it runs the command as the ") +
         (meaning == SudoOptionMeaning::user ? "user" : "group") + " `" +
         std::string(option.value->text) + "`";
}

}  // namespace

SudoOptions read_sudo_options(const CommandWords& words) {
  const ArgumentOptions options(words, sudo_syntax);
  SudoOptions result;
  result.end = options.operands.empty() ? words.size() : options.operands[0];
  for (const ArgumentOption& it : options.options) {
    result.kept_because = why_kept(it);
    if (!result.kept_because.empty()) break;
  }
  return result;
}

}  // namespace harden
