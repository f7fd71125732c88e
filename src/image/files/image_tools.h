// What a RUN line can use in a stage: a shell, and commands that create users.
#pragma once

#include <cstdint>
#include <string>

#include "command/shell_commands.h"
#include "dockerfile/document.h"
#include "image/stage_view.h"
#include "knowledge/base_image.h"

namespace harden {

struct ImageTools {
  Family family = Family::unknown;
  bool has_shell = true;
  bool has_user_tools = true;
  std::string install_tools;  // brings the user tools when they are missing
  // Nothing is known about the base, but a RUN of the file could only work as
  // root there: the sentence that says so. Empty otherwise.
  std::string root_shown_because;
};

// What a command of a package manager does to the packages that it names.
enum class PackageChange : std::uint8_t { none, installs, removes };
PackageChange package_change(const SimpleCommand& command);

ImageTools image_tools(const StageView& stage);

// Whether the lines of a file bring a program into the image.

// Whether a RUN of the stage, or of one that it is built on, installs the
// package `name`, starts the program, or puts a file of this name into a folder
// of PATH, or a COPY or ADD does; and no later line takes it away. What a line
// merely says (comments, `echo`) counts for nothing. false does not prove that
// the base does not have it.
bool brings_program(const StageView& stage, const std::string& name);

// Whether something in the image may give root to who calls it: sudo, doas.
bool may_elevate(const StageView& stage);

}  // namespace harden
