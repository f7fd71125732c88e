// When a non-root user cannot be shown to work.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dockerfile/image_state.h"
#include "image/files/image_tools.h"
#include "image/stage_view.h"
#include "image/start/installed_server.h"
#include "image/start/start_program.h"

namespace harden {

enum class RefusalKind : std::uint8_t {
  windows,           // accounts work in another way there
  script,            // a start script that cannot lose root
  script_not_found,  // one that is not at hand, or that makes the users
  unknown_base,      // nothing is known about the base image
  unknown_user,      // USER has a value that the file does not tell
  cannot_start,      // the engine refuses the USER that is there
  needs_root,        // the program itself must be root
  server_settings,   // a server whose settings or account are another's
  steps_down,        // a program that steps down by itself, so starts as root
  base_entrypoint,   // the base's own entrypoint may need root
  root_home,         // the program lies below /root
  no_shell,          // a path must be given away, and nothing can do that
  onbuild_run,       // commands of later images would lose root
  too_long,          // more paths than can be followed
  broken_file,       // the engine refuses the file
};
std::string_view to_string(RefusalKind kind);

struct Refusal {
  RefusalKind kind;
  Span span;
  std::string message;  // the reason
  std::string help;     // the next step
};

// What is known of the start script, where there is one.
struct ScriptAnswer {
  bool at_hand = false;
  // Why it cannot lose root; empty when it can.
  std::string refusal = {};
  std::string help = {};
};

// `server`: what starts, where that is known; null otherwise.
std::optional<Refusal> find_refusal(const StageView& stage,
                                    const EffectiveUser& user,
                                    const ImageTools& tools,
                                    const StartProgram& start,
                                    const ScriptAnswer& script = {},
                                    const InstalledServer* server = nullptr);

}  // namespace harden
