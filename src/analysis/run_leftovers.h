// Whether a RUN may leave something in the image that its program needs and
// that nobody can name.
#pragma once

#include <cstddef>
#include <string>

#include "harden/image_state.h"

namespace harden {

struct RunLeftovers {
  std::string because;  // empty: nothing but paths that can be named
  std::string help;
};

// The paths that can be named are those of file_moves() and run_paths().
// `builds_program`: the program is compiled in this image, so what compilers
// need is no sign that it needs them when it runs.
RunLeftovers run_leftovers(const Evaluation& evaluation,
                           std::size_t instruction, bool builds_program);

}  // namespace harden
