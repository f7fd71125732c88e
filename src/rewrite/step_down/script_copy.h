// Brings a changed start script into the image, at the place of the original.
//
// The new text becomes a file beside the original. A COPY of that one file
// names the new one instead; behind any other (folders, globs, several
// sources, ADD) a COPY of the new one follows. A script that the Dockerfile
// itself holds is changed there.
#pragma once

#include <variant>
#include <vector>

#include "base/source/diagnostic.h"
#include "image/files/copied_file.h"
#include "image/user/refusal.h"
#include "rewrite/passes.h"

namespace harden {

struct ScriptCopy {
  std::vector<Edit> edits;  // of the Dockerfile
  std::vector<NewFile> files;
};

// `edits` are those of the script's text.
std::variant<ScriptCopy, Refusal> copy_script(const PassInput& input,
                                              const CopiedFile& file,
                                              const std::vector<Edit>& edits);

}  // namespace harden
