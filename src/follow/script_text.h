// A text that is followed, with its tree: a script, a `$(…)`, what `eval` runs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/source/source_file.h"
#include "shell/shell_script.h"

namespace harden {

struct ScriptText {
  std::size_t file = 0;      // index in Followed::files
  std::uint32_t offset = 0;  // where the text begins in the file
  std::string text;
  shell::Script tree = {};
  // Of a text that stands nowhere (`eval "$x"`): the command that runs it.
  std::optional<Span> place = {};
};

}  // namespace harden
