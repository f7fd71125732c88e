// Makes a script that shows something as short as it gets.
#pragma once

#include <functional>
#include <string>

#include "statement.h"

namespace harden::differential {

using Shows = std::function<bool(const std::string& script)>;

// `shows` holds for the script, and for what is given back. It is asked at
// most `budget` times.
std::string shrunk(Statement script, const Shows& shows, int budget);

}  // namespace harden::differential
