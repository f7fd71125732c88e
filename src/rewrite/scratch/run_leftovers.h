// Whether a RUN may leave something in the image that its program needs and
// that nobody can name.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "dockerfile/image_state.h"
#include "knowledge/knowledge.h"

namespace harden {

struct RunLeftovers {
  std::string because;  // empty: nothing but paths that can be named
  std::string help;
};

// What is found without a look at the RUN lines.
struct ComesAlong {
  // The program is compiled in this image, so what compilers need is no sign
  // that it needs them when it runs.
  bool compiler = false;
  bool libraries = false;  // shared objects, by what the programs load
  // Names of the programs that start, which a package may be called by.
  std::vector<std::string> programs;
  // What a runtime's packages and installers bring; may be null.
  const ScratchFacts* runtime = nullptr;
};

// The paths that can be named are those of file_moves() and run_paths().
RunLeftovers run_leftovers(const Evaluation& evaluation,
                           std::size_t instruction, const ComesAlong& along);

}  // namespace harden
