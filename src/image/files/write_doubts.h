// What the program may write beside its code, where nobody but root can: as its
// own habits and the sources in the build context let expect. Hints for a
// person, never a proof.
#pragma once

#include <string>
#include <vector>

#include "image/files/given_paths.h"
#include "image/files/written_paths.h"
#include "image/stage_view.h"
#include "image/start/start_program.h"

namespace harden {

struct WriteDoubt {
  std::string message;  // "`celery` writes celerybeat-schedule into /app"
  std::string help;     // how to settle it
};

// What the program's user owns: by the rewrite, and by the file as it is.
struct OwnedPaths {
  const std::vector<PathNeed>& added;
  const GivenPaths& given;
  const std::vector<std::string>& mounted;  // over what the image has
};

// At most a few, the most certain first.
std::vector<WriteDoubt> write_doubts(const StageView& stage,
                                     const StartProgram& start,
                                     const OwnedPaths& owned);

}  // namespace harden
