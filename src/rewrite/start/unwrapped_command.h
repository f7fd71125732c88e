// What `su`, `sudo` and their like are to run, as words of the script itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "rewrite/step_down/script_site.h"

namespace harden {

struct UnwrappedCommand {
  // "java -jar /app.jar", redirections included.
  std::string text;
  // What stood before, without `exec`: "LANG=C ".
  std::string before;
  // The account, empty when the words do not tell it; `root` stays out.
  std::string account;
};

// The command of `exec su app -c "…"`, `sudo -u app …`, `runuser -u app -- …`;
// nullopt for other commands, and where the words cannot be had without a
// change of what they mean.
// `plain_arguments`: the script's arguments are words without blanks or signs
// of the shell, so that a line put together of them (`su -c "$*"`) says the
// same as the words.
std::optional<UnwrappedCommand> unwrapped_command(const ScriptSite& site,
                                                  std::string_view text,
                                                  bool plain_arguments);

}  // namespace harden
