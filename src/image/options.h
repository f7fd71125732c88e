// What the user of harden asks for.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/files/build_context.h"
#include "base/source/diagnostic.h"
#include "base/source/suppression_rules.h"
#include "dockerfile/image_state.h"

namespace harden {

enum class UserStyle { numeric, name };

// --step-down: what becomes of a start script.
enum class StepDownMode {
  automatic,  // it steps down when it does anything as root, else USER
  always,     // it steps down
  never,      // USER; what then fails is said
};
// --step-down-tool.
enum class StepDownTool { automatic, gosu, su_exec, setpriv };

// --rootfs: what becomes of the final image's file system.
enum class RootfsMode {
  automatic,  // scratch where the files at hand show that it is safe
  scratch,    // scratch, or an error that says why not
  keep,
};

struct Policy;  // harden/policy.h
// What harden.toml or an option changes in a policy.
using PolicySetting = std::function<void(Policy&)>;

struct Options {
  EvaluateOptions evaluate;  // build args, target, base images
  // --user NAME: an account to use or create; empty lets harden choose.
  std::string user;
  std::optional<std::uint32_t> uid;  // --uid
  std::optional<std::uint32_t> gid;  // --gid
  UserStyle user_style = UserStyle::numeric;
  bool comments = true;  // explain inserted lines in the file
  StepDownMode step_down = StepDownMode::automatic;
  StepDownTool step_down_tool = StepDownTool::automatic;
  RootfsMode rootfs = RootfsMode::automatic;
  // --artifact: the program in the image, absolute; empty lets harden look for
  // it.
  std::string artifact;
  // --keep, and `keep` in harden.toml: absolute paths that a scratch image
  // takes along besides.
  std::vector<std::string> keep;
  // --keep-shell: a scratch image takes a shell along, and what scripts start.
  bool keep_shell = false;
  // --drop-healthcheck: one that a scratch image cannot run is left out.
  bool drop_healthcheck = false;
  // Which of the fixes that passes propose are made; null: all.
  std::function<bool(const Diagnostic&)> wants_fix;
  // Whether a changed copy of a script can be written beside it.
  bool may_write_files = false;
  // What the service is called where nothing else names it: the folder of the
  // build context.
  std::string service;
  // What the hardened file is called, for places in it; empty: as the input.
  std::string final_name;
  // In the order in which they apply.
  std::vector<PolicySetting> policy;
  // What the seccomp profile is called that is written beside the settings;
  // empty: none is, and the engine's own counts.
  std::string seccomp_file;
  // Where base images may come from, "docker.io/library", "registry.corp";
  // empty: from anywhere.
  std::vector<std::string> allowed_registries;
  // What comments of the file may excuse.
  SuppressionRules suppressions;
  // Null when there is none, as for standard input without --context.
  const BuildContext* context = nullptr;
};

}  // namespace harden
