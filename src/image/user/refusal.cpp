#include "image/user/refusal.h"

#include "base/text/enum_words.h"
#include "base/text/paths.h"
#include "image/start/entry_hooks.h"
#include "image/start/program_kinds.h"
#include "image/user/root_home.h"
#include "image/user/server_refusal.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

constexpr std::string_view tell_base =
    "tell harden about it: `[bases.\"IMAGE\"]` in harden.toml, or "
    "`--base-inspect` with the output of `docker image inspect`";

class RefusalReasons {
 public:
  RefusalReasons(const StageView& stage, const EffectiveUser& user,
                 const ImageTools& tools, const StartProgram& start,
                 const ScriptAnswer& script, const InstalledServer* server)
      : stage_(stage),
        state_(stage.state()),
        user_(user),
        tools_(tools),
        start_(start),
        script_(script),
        server_(server) {}

  std::optional<Refusal> first() const {
    if (auto found = broken_file()) return found;
    if (auto found = windows()) return found;
    if (auto found = base()) return found;
    if (auto found = programs()) return found;
    if (auto found = script()) return found;
    if (auto found = user()) return found;
    if (auto found = base_entrypoint()) return found;
    return root_home();
  }

 private:
  Span from_span() const {
    return stage_.instruction(state_.base_instruction).span;
  }
  Span start_span() const {
    return start_.instruction ? stage_.instruction(*start_.instruction).span
                              : from_span();
  }
  std::string base_name_quoted() const {
    return "`" + state_.base_reference + "`";
  }

  // What is wrong in one place may change what the rest means: an open
  // heredoc swallows it.
  std::optional<Refusal> broken_file() const {
    for (const auto* problems :
         {&stage_.document.problems, &stage_.evaluation.problems}) {
      for (const Diagnostic& it : *problems) {
        if (it.severity != Severity::error) continue;
        return Refusal{RefusalKind::broken_file, it.span,
                       "the engine refuses this file", "mend it first"};
      }
    }
    return std::nullopt;
  }

  bool has_windows_shell() const {
    if (state_.shell.empty()) return false;
    std::string_view name = state_.shell.front();
    name = name.substr(name.find_last_of("/\\") + 1);
    return name.starts_with("powershell") || name.starts_with("cmd") ||
           (name.starts_with("pwsh") && stage_.document.style.escape == '`');
  }

  std::optional<Refusal> windows() const {
    if (tools_.family != Family::windows && !has_windows_shell()) {
      return std::nullopt;
    }
    return Refusal{RefusalKind::windows, from_span(),
                   "this is a Windows image, where users and owners work in "
                   "another way",
                   "set `USER ContainerUser` yourself once the program is "
                   "known to run with it"};
  }

  std::optional<Refusal> user() const {
    if (user_.privilege == Privilege::cannot_start) {
      const Unknown& why = user_.unknown;
      return Refusal{
          RefusalKind::cannot_start, user_.span, user_.message,
          why.is(Unknown::Kind::step_down_fails)
              ? "take out one of both: `USER`, or `" + why.name() + "`"
              : "name a user that exists, or a number"};
    }
    if (user_.privilege != Privilege::unknown || !state_.user.instruction) {
      return std::nullopt;
    }
    const bool known_base =
        state_.base != nullptr || state_.base_reference == "scratch";
    // What creates the users is a script that a RUN starts.
    if (user_.unknown.is(Unknown::Kind::program) &&
        user_.unknown.name().ends_with(".sh")) {
      return Refusal{RefusalKind::script_not_found, user_.span, user_.message,
                     "name the user by its number"};
    }
    return Refusal{
        known_base ? RefusalKind::unknown_user : RefusalKind::unknown_base,
        user_.span, user_.message,
        known_base ? "name the user by its number, or give the value with "
                     "`--build-arg`"
                   : std::string(tell_base)};
  }

  std::optional<Refusal> base() const {
    if (state_.base != nullptr && !state_.base->needs_root.empty()) {
      return Refusal{RefusalKind::needs_root, from_span(),
                     base_name_quoted() +
                         " must start as root: " + state_.base->needs_root,
                     "start the one program that the container is for from a "
                     "plain base image"};
    }
    // As whom it starts; what the entrypoint does with that is asked below.
    const EffectiveUser starts =
        starting_user(stage_.document, stage_.evaluation);
    if (starts.privilege != Privilege::unknown || state_.user.instruction ||
        !tools_.root_shown_because.empty()) {
      return std::nullopt;
    }
    const bool no_value = state_.base_unknown.is(Unknown::Kind::argument);
    return Refusal{RefusalKind::unknown_base, from_span(), starts.message,
                   no_value ? "give the value with `--build-arg`"
                            : std::string(tell_base)};
  }

  // The base does not start as root: back to its own user is not a change.
  bool is_base_users_own() const {
    if (state_.base == nullptr || !state_.base->user) return false;
    UserSetting own;
    own.spec = *state_.base->user;
    return effective_user(stage_.document, state_, own).privilege ==
           Privilege::unprivileged;
  }

  // Of a package or an official image; a file of that name that is at hand was
  // read instead.
  std::optional<Refusal> shipped_script(const std::string& program) const {
    const ShippedScript* found =
        script_.at_hand ? nullptr : find_start_script(program);
    if (found == nullptr || found->needs_root.empty()) return std::nullopt;
    return Refusal{RefusalKind::needs_root, start_span(),
                   "`" + std::string(found->name) + "` must be root: it " +
                       std::string(found->needs_root),
                   "start the program itself, and let harden set `USER`"};
  }

  // The table of servers knows more than that a command is usually root's.
  bool is_known_server(const std::string& program) const {
    return server_ != nullptr && base_name(program) == server_->name();
  }

  std::optional<Refusal> programs() const {
    if (server_ != nullptr) {
      if (auto refused = server_refusal(stage_, start_, *server_)) {
        return refused;
      }
    }
    for (const std::string& program : start_.programs) {
      if (is_known_server(program)) continue;
      if (auto refused = shipped_script(program)) return refused;
      const RootProgram* found = find_root_program(program);
      if (found == nullptr) continue;
      return Refusal{
          script_.at_hand ? RefusalKind::script : RefusalKind::needs_root,
          start_span(),
          "`" + std::string(found->name) + "` must be root: it " +
              std::string(found->reason),
          std::string(found->remedy)};
    }
    if (user_.unknown.is(Unknown::Kind::elevated)) {
      return Refusal{RefusalKind::steps_down, start_span(), user_.reason,
                     "start the program without `sudo`, which does not work "
                     "under `no-new-privileges`"};
    }
    if (start_.kind == StartKind::stepping_down) {
      return Refusal{RefusalKind::steps_down, start_span(),
                     "the container starts as root and hands over with `" +
                         (start_.programs.empty() ? std::string()
                                                  : start_.programs.back()) +
                         "`, which works for root only",
                     "start the program directly, and let harden set `USER`"};
    }
    return std::nullopt;
  }

  std::optional<Refusal> script() const {
    if (start_.kind != StartKind::script) return std::nullopt;
    if (script_.at_hand) {
      if (script_.refusal.empty()) return std::nullopt;
      return Refusal{RefusalKind::script, start_span(), script_.refusal,
                     script_.help};
    }
    return Refusal{
        RefusalKind::script_not_found, start_span(), unread_because(start_),
        start_.help.empty()
            ? "name the folder that the image is built from with `--context`"
            : start_.help};
  }

  std::optional<Refusal> base_entrypoint() const {
    if (start_.kind == StartKind::base_unknown) {
      return Refusal{RefusalKind::unknown_base, from_span(),
                     "nothing is known about " + base_name_quoted() +
                         ", whose own entrypoint starts first",
                     std::string(tell_base)};
    }
    if (!start_.base_entrypoint && start_.kind != StartKind::base_default) {
      return std::nullopt;
    }
    if (auto refused = hook()) return refused;
    if (state_.base == nullptr || state_.base->runs_as_any_user ||
        is_base_users_own()) {
      return std::nullopt;
    }
    return Refusal{RefusalKind::base_entrypoint, from_span(),
                   "the program of " + base_name_quoted() +
                       " is not known to start as another user than its own",
                   "read the image's documentation; when it allows any user, "
                   "say so with `runs_as_any_user = true` in harden.toml"};
  }

  // A script of the file that the base's entrypoint runs first.
  std::optional<Refusal> hook() const {
    const EntryHooks hooks = entry_hooks(stage_);
    if (hooks.needs_root.empty()) return std::nullopt;
    return Refusal{RefusalKind::base_entrypoint,
                   stage_.instruction(hooks.instruction).span,
                   "the base's entrypoint runs a hook that needs root: " +
                       hooks.needs_root,
                   "do that in a `RUN`"};
  }

  std::optional<Refusal> root_home() const {
    auto found = find_root_home_use(stage_, start_);
    if (!found) return std::nullopt;
    return Refusal{
        RefusalKind::root_home, stage_.instruction(found->instruction).span,
        found->message + ", which only root can enter", found->remedy};
  }

  const StageView stage_;
  const ImageState& state_;
  const EffectiveUser& user_;
  const ImageTools& tools_;
  const StartProgram& start_;
  const ScriptAnswer& script_;
  const InstalledServer* server_;
};

}  // namespace

std::string_view to_string(RefusalKind kind) {
  static constexpr auto words =
      enum_words<RefusalKind::windows, RefusalKind::broken_file>(
          "Windows image", "start script that cannot lose root",
          "script not at hand", "unknown base image", "unknown value in USER",
          "USER that cannot start", "program needs root",
          "settings of the server", "steps down by itself",
          "base entrypoint not known", "program below /root",
          "no shell to give a path away", "ONBUILD RUN", "too many paths",
          "the engine refuses the file");
  return words.of(kind);
}

std::optional<Refusal> find_refusal(const StageView& stage,
                                    const EffectiveUser& user,
                                    const ImageTools& tools,
                                    const StartProgram& start,
                                    const ScriptAnswer& script,
                                    const InstalledServer* server) {
  return RefusalReasons(stage, user, tools, start, script, server).first();
}

}  // namespace harden
