// A stage of the file as it is now: what questions about an image are asked of.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/files/build_context.h"
#include "command/shell_commands.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"

namespace harden {

// Never changes and is cheap to copy; the revision that gives it has to outlive
// it.
struct StageView {
  const Document& document;
  const Evaluation& evaluation;
  std::size_t index;            // of the stage
  const BuildContext* context;  // null: there is none

  const Stage& lines() const { return document.stages[index]; }
  // At the end of the stage.
  const ImageState& state() const { return evaluation.stages[index]; }
  const Instruction& instruction(std::size_t at) const {
    return document.instructions[at];
  }
  // Of a RUN; none for other instructions.
  const std::vector<SimpleCommand>& commands_of(std::size_t instruction) const;
  // "line 12"
  std::string line_of(std::size_t instruction) const;
  // The instructions that make the stage's image, those of the stages it is
  // built on included, in the order in which they run. None in a file without
  // stages.
  std::vector<std::size_t> chain() const;
  // The HEALTHCHECK that holds at its end; none where the file has none.
  std::optional<std::size_t> health_check() const;

  StageView at(std::size_t stage) const {
    return {document, evaluation, stage, context};
  }
  // The stage that an instruction belongs to.
  StageView of(std::size_t instruction) const;
};

}  // namespace harden
