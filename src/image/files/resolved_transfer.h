// A COPY or ADD with its words worked out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "dockerfile/document.h"
#include "dockerfile/image_state.h"

namespace harden {

struct ResolvedTransfer {
  struct Source {
    std::string path;  // as written where a variable is not known
    // Index in Instruction::heredocs: the Dockerfile itself holds it.
    std::optional<std::size_t> heredoc;
    bool is_address = false;
  };
  std::size_t instruction = 0;
  std::vector<Source> sources;  // as Transfer::sources
  std::string destination;      // absolute
  bool into_folder = false;     // the destination can only be a folder
  // `--from`: a stage by name or number, or an image.
  std::optional<std::string> from;
};

// The stage that an instruction belongs to.
std::size_t stage_of(const Document& document, std::size_t instruction);

// nullopt for other instructions, and for `--parents`, which puts files at
// other places. `stage` is that of the instruction.
std::optional<ResolvedTransfer> resolve_transfer(const Document& document,
                                                 const Evaluation& evaluation,
                                                 std::size_t stage,
                                                 std::size_t instruction);

}  // namespace harden
