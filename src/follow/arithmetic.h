// What `$((…))`, `((…))`, `let` and numbers of `[[ … ]]` come to.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "follow/expand.h"
#include "follow/shell_state.h"

namespace harden {

// nullopt when nobody knows. Assignments are made; whatever an expression that
// is not understood may assign is unknown behind it.
std::optional<std::int64_t> evaluate_arithmetic(std::string_view text,
                                                Expander& expander,
                                                ShellState& state);

}  // namespace harden
