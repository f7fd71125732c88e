// A COPY or ADD with its words worked out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "dockerfile/document.h"
#include "image/stage_view.h"

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

// nullopt for other instructions, and for `--parents`, which puts files at
// other places.
std::optional<ResolvedTransfer> resolve_transfer(const StageView& stage,
                                                 std::size_t instruction);

}  // namespace harden
