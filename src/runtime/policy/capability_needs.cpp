#include <algorithm>
#include <string>
#include <utility>

#include "base/text/word_lists.h"
#include "image/files/file_capabilities.h"
#include "image/files/image_paths.h"
#include "image/start/step_down_target.h"
#include "knowledge/lists/confinement.h"
#include "runtime/policy/policy_questions.h"

namespace harden {
namespace {

// How a capability is used in general; a script's own line says more.
std::string_view use_of(Capability capability) {
  switch (capability) {
    case Capability::setuid:
      return "steps down: sets the service's uid";
    case Capability::setgid:
      return "steps down: sets the service's gid and groups";
    case Capability::chown:
      return "gives files to the service's user";
    case Capability::dac_override:
      return "works in folders that are the service's and closed to others";
    case Capability::kill:
      return "the process in front passes signals on to another user's";
    default:
      return "the start script needs it as root";
  }
}

class CapabilityCollector {
 public:
  CapabilityCollector(const PolicySubject& subject, const Policy& policy)
      : subject_(subject), policy_(policy) {}

  std::vector<CapabilityNeed> run() {
    if (policy_.start.value == StartsAs::root) of_start();
    for (const CapableFile& it : capable_files(subject_.contents)) of_file(it);
    std::ranges::sort(result_, {}, &CapabilityNeed::name);
    return std::move(result_);
  }

 private:
  void of_start() {
    if (subject_.script) {
      of_script();
      // It ends in the base's entrypoint.
      if (policy_.steps_down_in.empty()) of_base();
    } else if (!policy_.steps_down_in.empty()) {
      of_start_line();
    } else {
      of_base();
    }
  }

  // execve(2) refuses a file whose effective capabilities the container may not
  // have at all (capabilities(7)).
  void of_file(const CapableFile& file) {
    const std::string name =
        file.path.empty() ? "a program" : "`" + file.path + "`";
    const std::string text =
        name + " carries it as a file, and needs it to start or to work";
    const auto& base = subject_.contents.state().base;
    Reason reason =
        file.instruction
            ? subject_.from_file(*file.instruction, text)
            : known("base_images.json" + (base ? ": " + base->id : ""), text);
    for (const std::string& it : file.capabilities) {
      // More than engines give by themselves nobody had without asking for it.
      if (!is_started(file.path) &&
          !is_one_of(it, lists::engine_capabilities)) {
        continue;
      }
      add(it, reason);
      std::ranges::find(result_, it, &CapabilityNeed::name)->of_file = true;
    }
  }

  bool is_started(const std::string& path) const {
    return std::ranges::any_of(subject_.programs, [&](const std::string& it) {
      return is_one_of(path, program_places(subject_.state(), it));
    });
  }

  void of_script() {
    const StartScript& script = *subject_.script;
    for (const Capability it : script.capabilities) add(it, place_of(it));
    if (!has("DAC_OVERRIDE")) add_for_tmpfs(script);
  }

  // The line that shows it.
  Reason place_of(Capability capability) const {
    const StartScript& script = *subject_.script;
    for (const RootAct& it : script.followed.acts) {
      const auto& all = it.act.capabilities;
      if (std::ranges::find(all, capability) == all.end()) continue;
      return {Reason::Source::file, act_text(it, capability),
              script.place(it.place)};
    }
    const auto& overs = script.followed.hand_overs;
    return {Reason::Source::file, std::string(use_of(capability)),
            overs.empty() ? script.name : script.place(overs.front().place)};
  }

  std::string act_text(const RootAct& it, Capability capability) const {
    const StartScript& script = *subject_.script;
    std::string line = text_of(script.followed, it.place);
    line = line.substr(0, std::min(line.find('\n'), std::size_t{60}));
    const std::string why =
        it.act.reason.empty() ? std::string(use_of(capability)) : it.act.reason;
    return "`" + line + "` " + why;
  }

  // What the image has for root, the tmpfs has for the service's user.
  void add_for_tmpfs(const StartScript& script) {
    for (const RootAct& it : script.followed.acts) {
      if (it.act.kind != Act::Kind::write || it.act.path.empty()) continue;
      for (const WritablePath& path : policy_.writable) {
        if (path.mode == 01777 || !is_below(it.act.path, path.path)) continue;
        return add(Capability::dac_override,
                   {Reason::Source::file,
                    act_text(it, Capability::dac_override) + ", where " +
                        path.path + " is the service's",
                    script.place(it.place)});
      }
    }
  }

  // Measured over 56 starts: with these four the entrypoints of the
  // official images start whatever the state of their volume.
  // `ENTRYPOINT ["gosu", "app", "server"]`: no script, and no base's either.
  void of_start_line() {
    const auto step = direct_step_down(subject_, subject_.start);
    const Reason line{Reason::Source::file, policy_.user.reasons.front().text,
                      subject_.place(subject_.user.span)};
    add(Capability::setgid, line);
    add(Capability::setuid, line);
    if (!step) return;
    if (step->stays_in_front) add(Capability::kill, line);
    for (const Capability it : step_down_capabilities(step->tool)) {
      add(it, line);
    }
  }

  void of_base() {
    const auto& base = subject_.state().base;
    const std::string entry =
        "base_images.json" + (base ? ": " + base->id : "");
    for (const Capability it : {Capability::chown, Capability::dac_override,
                                Capability::setgid, Capability::setuid}) {
      add(it, known(entry, "the base's entrypoint " + verb_of(it)));
    }
  }

  static std::string verb_of(Capability capability) {
    switch (capability) {
      case Capability::chown:
        return "gives the volume to the service's user";
      case Capability::dac_override:
        return "finds a volume closed to others at the second start";
      case Capability::setgid:
        return "steps down: sets the service's gid and groups";
      default:
        return "steps down: sets the service's uid";
    }
  }

  bool has(std::string_view name) const {
    return std::ranges::any_of(result_,
                               [&](const auto& it) { return it.name == name; });
  }

  void add(Capability capability, Reason reason) {
    add(std::string(to_string(capability)), std::move(reason));
  }

  void add(const std::string& name, Reason reason) {
    if (!has(name)) result_.push_back({name, {std::move(reason)}});
  }

  const PolicySubject& subject_;
  const Policy& policy_;
  std::vector<CapabilityNeed> result_;
};

}  // namespace

std::vector<CapabilityNeed> capability_needs(const PolicySubject& subject,
                                             const Policy& policy) {
  return CapabilityCollector(subject, policy).run();
}

}  // namespace harden
