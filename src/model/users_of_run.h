// What the commands of a RUN do to the users and groups of the image.
#pragma once

#include <cstddef>
#include <vector>

#include "harden/image_state.h"
#include "model/expand_word.h"
#include "model/shell_commands.h"

namespace harden::model {

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

}  // namespace harden::model
