// What the start of an image names as written: options and redirections of its
// command line, variables of its environment, addresses of databases.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "image/stage_view.h"
#include "image/start/start_program.h"

namespace harden {

struct NamedWrite {
  enum class Kind : std::uint8_t {
    file,
    folder,
    database,  // a file, with others beside it that come and go
  };
  std::string path;  // absolute and clean
  Kind kind = Kind::file;
  std::string because;                     // "`--pid /run/app.pid` in line 12"
  std::optional<std::size_t> instruction;  // that says so
  std::string_view file = {};  // of a folder: the one that is written there
};

// In the order in which they stand. Paths that the file does not tell, devices,
// and what anybody may write are left out.
std::vector<NamedWrite> named_writes(const StageView& stage,
                                     const StartProgram& start);

}  // namespace harden
