// What the owner of an image that steps down, or no longer starts as root,
// should know.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/rules/rule.h"
#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/stage_view.h"
#include "image/start/image_start.h"
#include "image/start/start_script.h"

namespace harden {

// Logs that lead to the container's own output.
struct StdoutLink {
  std::string because;  // "`/var/log/app.log` is a link to `/dev/stdout`"
  // The RUN that makes the link; nullopt when the base image has it.
  std::optional<std::size_t> instruction;
};

// The first that the image is known to have, or what its start names so.
// Whoever is not root cannot open such a path when root opened the output.
std::optional<StdoutLink> find_stdout_link(const ImageStart& start);

// HD114: what goes on as root in an image that starts as root.
Findings still_root_notes(const StageView& stage, const StartScript& script,
                          const std::string& account);

// HD115 for `--step-down=never`: what the script does as root.
Findings lost_act_notes(const StartScript& script);

// HD116.
Diagnostic no_root_note(const StartScript& script);

// HD117.
Diagnostic stdout_note(const Document& document, const StartScript& script,
                       const StdoutLink& link);

// "`chown -R app /data` in entry.sh:7 changes owners", the first few.
std::vector<std::string> root_acts_of(const StartScript& script);

}  // namespace harden
