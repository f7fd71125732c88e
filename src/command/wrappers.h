// Programs that only start another one: tini, env, nice, timeout …
#pragma once

#include <cstddef>
#include <span>

#include "command/field.h"

namespace harden::script {

// The index of the command behind them, their flags, and assignments of env.
std::size_t behind_wrappers(std::span<const Field> argv);

// `tail -f FILE`, `sleep infinity`: keeps the container up for what runs in
// the background.
bool keeps_alive(std::span<const Field> argv);

}  // namespace harden::script
