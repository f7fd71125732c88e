// What one command of a RUN leaves in its user's home.
#pragma once

#include <string>
#include <vector>

#include "command/shell_commands.h"
#include "knowledge/lists/home_files.h"

namespace harden {

struct HomeFilesFound {
  const lists::HomeFiles* row;
  std::string shown;  // "uv python install"
};

// In the order of the table; whether a variable moves it is for the caller.
std::vector<HomeFilesFound> home_files_of(const SimpleCommand& command);

}  // namespace harden
