// Whether the lines of a file bring a program into the image.
#pragma once

#include <string>

#include "image/stage_view.h"

namespace harden {

// Whether a RUN of the stage, or of one that it is built on, installs the
// package `name`, starts the program, or puts a file of this name into a folder
// of PATH, or a COPY or ADD does; and no later line takes it away. What a line
// merely says (comments, `echo`) counts for nothing. false is no proof that the
// base does not have it.
bool brings_program(const StageView& stage, const std::string& name);

}  // namespace harden
