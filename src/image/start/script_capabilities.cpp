#include "image/start/script_capabilities.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "image/files/image_paths.h"
#include "image/files/run_paths.h"
#include "knowledge/programs.h"

namespace harden {
namespace {

using Paths = std::vector<std::string>;

// What RUN lines and the script give to somebody else.
Paths paths_of_others(std::vector<PathChange> run, const Followed& followed) {
  Paths result;
  for (PathChange& it : run) {
    if (it.kind == PathChange::Kind::owned && !is_root_name(it.owner)) {
      result.push_back(std::move(it.path));
    }
  }
  for (const RootAct& it : followed.acts) {
    if (it.act.kind == Act::Kind::owner && !it.act.path.empty()) {
      result.push_back(it.act.path);
    }
  }
  return result;
}

// In its own folders root writes without any capability.
bool needs_capability(const Act& act, Capability capability,
                      const ImageState& state, const Paths& given) {
  if (capability != Capability::dac_override || act.kind != Act::Kind::write ||
      act.path.empty()) {
    return true;
  }
  const auto lies_in = [&](std::string_view folder) {
    return is_below(act.path, folder) || is_below(folder, act.path);
  };
  return std::ranges::any_of(
             state.volumes,
             [&](const PathSetting& it) { return lies_in(it.path); }) ||
         std::ranges::any_of(given, lies_in);
}

// Whether root keeps a process in front of the program, which passes the
// engine's signals on to it: only with CAP_KILL once they differ in user.
bool keeps_root_in_front(const StartProgram& start, const Followed& followed) {
  const std::string& line = start.text;
  if (is_init(std::string_view(line).substr(0, line.find(' ')))) return true;
  return std::ranges::any_of(followed.hand_overs, [&](const HandOver& it) {
    const bool shell = it.form == HandOver::Form::last;
    return (shell && followed.traps) || (it.step_down && it.behind_init) ||
           (it.step_down && waits_for_program(it.step_down->tool));
  });
}

}  // namespace

std::vector<Capability> script_capabilities(const StageView& stage,
                                            const StartProgram& start,
                                            const Followed& followed) {
  const ImageState& state = stage.state();
  const Paths given = paths_of_others(run_paths(stage), followed);
  std::set<Capability> all{Capability::setuid, Capability::setgid};
  for (const RootAct& it : followed.acts) {
    for (const Capability capability : it.act.capabilities) {
      if (needs_capability(it.act, capability, state, given))
        all.insert(capability);
    }
  }
  for (const HandOver& it : followed.hand_overs) {
    if (!it.step_down) continue;
    for (const Capability each : step_down_capabilities(it.step_down->tool)) {
      all.insert(each);
    }
  }
  if (keeps_root_in_front(start, followed)) all.insert(Capability::kill);
  return {all.begin(), all.end()};
}

bool is_root_name(std::string_view account) {
  return account == "root" || account == "0" || account.empty();
}

}  // namespace harden
