// The flags that make `go build` leave a small static program.
#pragma once

#include <optional>
#include <vector>

#include "base/source/diagnostic.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/program/built_program.h"
#include "image/stage_view.h"

namespace harden {

// CGO_ENABLED=0, -trimpath and -ldflags '-s -w', merged with what is there.
// None for other tools, for an exec form and for commands in a heredoc when
// they need none; nullopt when those would be needed where they cannot be
// written.
std::optional<std::vector<Edit>> static_go_edits(const StageView& stage,
                                                 const BuiltProgram& built);

}  // namespace harden
