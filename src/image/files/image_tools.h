// What a RUN line can use in a stage: a shell, and commands that create users.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "command/shell_commands.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
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

ImageTools image_tools(const Document& document, const Evaluation& evaluation,
                       std::size_t stage);

}  // namespace harden
