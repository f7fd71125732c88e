// What echo and printf print.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "command/account_options.h"

namespace harden {

// nullopt for other programs, and when an argument is not known. Escapes are
// worked out for both, as dash's echo does.
std::optional<std::string> printed_text(std::span<const Argument> command);

}  // namespace harden
