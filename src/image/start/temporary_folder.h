// A folder for temporary files, other than /tmp, that the start names.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "image/stage_view.h"
#include "image/start/start_program.h"

namespace harden {

struct TemporaryFolderUse {
  std::string path;                        // "/var/tmp"
  std::string because;                     // "`TMPDIR=/var/tmp` in line 4"
  std::optional<std::size_t> instruction;  // that says so
};

// In ENV, in the command line or a command of the start script. Everybody may
// write there, but in a container whose root is read-only.
std::optional<TemporaryFolderUse> temporary_folder_use(
    const StageView& stage, const StartProgram& start);

}  // namespace harden
