// What echo and printf print.
#pragma once

#include <optional>
#include <string>

#include "command/command_words.h"

namespace harden {

// nullopt for other programs, and when an argument is not known. Escapes are
// worked out for both, as dash's echo does.
std::optional<std::string> printed_text(const CommandWords& words);

}  // namespace harden
