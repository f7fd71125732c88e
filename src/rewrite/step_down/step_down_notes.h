// What the owner of an image that steps down, or no longer starts as root,
// should know.
#pragma once

#include <string>
#include <vector>

#include "base/source/diagnostic.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/files/stdout_links.h"
#include "image/stage_view.h"
#include "image/start/start_script.h"

namespace harden {

// HD114: what goes on as root in an image that starts as root.
std::vector<Diagnostic> still_root_notes(const StageView& stage,
                                         const StartScript& script,
                                         const std::string& account);

// HD115 for `--step-down=never`: what the script does as root.
std::vector<Diagnostic> lost_act_notes(const StartScript& script);

// HD116.
Diagnostic no_root_note(const StartScript& script);

// HD117.
Diagnostic stdout_note(const Document& document, const StartScript& script,
                       const StdoutLink& link);

// "`chown -R app /data` in entry.sh:7 changes owners", the first few.
std::vector<std::string> root_acts_of(const StartScript& script);

}  // namespace harden
