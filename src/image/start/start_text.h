// What the engine starts, as a line for a shell.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "dockerfile/image_state.h"
#include "image/stage_view.h"

namespace harden {

// Of the ENTRYPOINT and CMD of the file; empty when these are not all that
// starts, or when a SHELL reads the line in its own way.
std::string start_text(const ImageState& state);

// The words as arguments of `exec`, each as it is.
std::string exec_text(const std::vector<std::string>& argv);

// The arguments that ENTRYPOINT and CMD give to the start script.

// $1 … of `script`, as the command line names it. nullopt: nobody knows.
std::optional<std::vector<std::string>> start_arguments(
    const ImageState& state, const std::string& script);

// The shell that starts an ENTRYPOINT or CMD in shell form.
struct StartShell {
  std::vector<std::string> argv;  // "/bin/sh", "-c"
  // It takes a line of POSIX shell behind its last word.
  bool readable = true;
  // It reads files of its own first (`--login`, BASH_ENV), which may change
  // PATH: a program that it starts may not be found without it.
  bool reads_profiles = false;
};

StartShell start_shell(const StageView& stage, std::size_t instruction);

}  // namespace harden
