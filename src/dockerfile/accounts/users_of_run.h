// What the commands of a RUN do to the users and groups of the image.
#pragma once

#include <cstddef>
#include <vector>

#include "command/expand_word.h"
#include "command/shell_commands.h"
#include "dockerfile/image_state.h"

namespace harden {

struct RunContext {
  const VariableSource& variables;  // ENV and ARG at the RUN
  Family family = Family::unknown;
  std::size_t instruction = 0;
};

// Users and groups created, changed and deleted by the commands, in whatever
// way they are spelled; what could create users unseen is noted in
// accounts_incomplete_because.
void apply_run(const std::vector<SimpleCommand>& commands,
               const RunContext& context, ImageState& state);

}  // namespace harden
