// The paths that the image's program writes, as far as the file, the base and
// the runtime tell.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "image/files/run_paths.h"
#include "image/stage_view.h"
#include "image/start/start_program.h"

namespace harden {

struct PathNeed {
  std::string path;  // absolute and clean
  bool volume = false;
  std::string because = {};  // "`VOLUME` in line 12"
  // The entry of servers.json that shows it; may be empty.
  std::string_view server = {};
  // The instruction that shows it; nullopt for what is known.
  std::optional<std::size_t> instruction = std::nullopt;
  // Whether it may have to be made; otherwise it is there, as a file or folder.
  bool make = true;
  // A file, where the folder around it is not the program's to change.
  bool file = false;
  // Only to be read: what root alone could read otherwise.
  bool to_read = false;
  // A `mkdir` that fails when the path is made before it.
  std::optional<std::size_t> not_before = std::nullopt;
};

// Sorted, each path once. `owner` is the account that will run the program, by
// name or number (empty for a new one): what the file gives to it already is
// left out.
std::vector<PathNeed> written_paths(const StageView& stage,
                                    const StartProgram& start,
                                    const std::string& owner);

}  // namespace harden
