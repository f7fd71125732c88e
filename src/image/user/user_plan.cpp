#include "image/user/user_plan.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text/append.h"
#include "base/text/paths.h"
#include "image/files/image_paths.h"
#include "image/files/run_paths.h"
#include "image/start/option_value.h"
#include "image/user/server_refusal.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

constexpr std::string_view no_home = "/nonexistent";

std::string home_reason(const StartProgram& start,
                        const std::optional<InstalledServer>& server) {
  if (server && server->facts->needs_home) {
    return "`" + std::string(server->name()) + "` writes to its home";
  }
  for (const std::string& program : start.programs) {
    const Runtime* runtime = find_runtime_of_program(base_name(program));
    if (runtime != nullptr && runtime->needs_home) {
      return "`" + std::string(base_name(program)) + "` writes to its home";
    }
  }
  for (std::string_view sign : {"~/", "$HOME", "${HOME"}) {
    if (start.text.find(sign) != std::string::npos) {
      return "the command names the home as `" + std::string(sign) + "`";
    }
  }
  return {};
}

// Only a user that is made here gets a home here.
void plan_home(UserPlan& plan) {
  plan.home = plan.user.home.empty() ? no_home : plan.user.home;
  if (!plan.user.create || !plan.user.home.empty()) return;
  const std::string because = home_reason(plan.start, plan.server);
  if (because.empty()) return;
  plan.home = "/home/" + plan.user.name;
  plan.needs.push_back({.path = plan.home, .because = because});
}

// Nothing of the start is seen from the folder that would change.
bool names_nothing_here(const InstalledServer& server) {
  return std::none_of(
      server.argv.begin() + 1, server.argv.end(), [](const std::string& it) {
        return !it.starts_with('/') &&
               (it.find('/') != it.npos || it.find('.') != it.npos) &&
               it.find(':') == it.npos &&
               it.find_first_not_of("0123456789.") != it.npos;
      });
}

// Redis puts its dump into the folder where it starts, which is the root where
// no line says otherwise.
void plan_folder(UserPlan& plan, const StageView& stage) {
  if (!plan.server) return;
  const ServerFacts& facts = *plan.server->facts;
  const std::string& workdir = stage.state().workdir;
  if (facts.starts_in.empty() || stage.state().workdir_unknown ||
      (!workdir.empty() && workdir != "/") || plan.server->folder != "/" ||
      has_argument(facts.starts_in_unless, plan.server->argv) ||
      !names_nothing_here(*plan.server)) {
    return;
  }
  plan.folder = facts.starts_in;
}

// An ONBUILD RUN works in the images that are built on this one, as the user
// that they take over from it.
std::optional<Refusal> onbuild_refusal(const StageView& stage) {
  for (std::size_t i = stage.lines().begin; i < stage.lines().end; ++i) {
    const auto* onbuild = stage.instruction(i).as<Onbuild>();
    if (onbuild == nullptr || onbuild->trigger.empty() ||
        onbuild->trigger.front().keyword != Keyword::run) {
      continue;
    }
    return Refusal{RefusalKind::onbuild_run, stage.instruction(i).span,
                   "this `ONBUILD RUN` would run as the new user in the "
                   "images that are built on this one",
                   "put `ONBUILD USER root` before it if it needs root, and "
                   "set `USER` yourself"};
  }
  return std::nullopt;
}

// Each path is held against each change of paths: far more than any file that
// a person wrote, and still quick.
constexpr std::size_t most_paths = 4096;

std::optional<Refusal> size_refusal(const StageView& stage) {
  const ImageState& state = stage.state();
  const std::size_t paths =
      state.volumes.size() + state.accounts.size() + run_paths(stage).size();
  if (paths <= most_paths) return std::nullopt;
  return Refusal{RefusalKind::too_long,
                 stage.instruction(state.base_instruction).span,
                 "over " + std::to_string(most_paths) +
                     " paths and accounts are more than harden follows",
                 "split the file, or set `USER` yourself"};
}

std::optional<Refusal> path_refusal(const StageView& stage,
                                    const UserPlan& plan) {
  if (plan.tools.has_shell) return std::nullopt;
  for (const PathNeed& need : plan.needs) {
    if (!need.volume) continue;
    const std::size_t at =
        need.instruction.value_or(stage.state().base_instruction);
    return Refusal{RefusalKind::no_shell, stage.instruction(at).span,
                   "the program writes " + need.path +
                       ", and the image has no shell that could give it to "
                       "another user",
                   "bring the folder with `COPY --chown` from a stage that "
                   "has a shell"};
  }
  return std::nullopt;
}

ScriptAnswer answer_of(const std::optional<StartScript>& script,
                       RootScript root_script) {
  if (!script) return {};
  ScriptAnswer result{true};
  if (script->kind == StartScript::Kind::not_followed) {
    result.refusal = script->refusal;
    result.help = script->help;
  } else if (script->kind == StartScript::Kind::needs_root &&
             root_script == RootScript::refused) {
    result.refusal = script->name +
                     " does what needs root before it starts "
                     "the program";
    result.help = "let it step down, with `--step-down=always`";
  }
  return result;
}

// To whom the script gives files, or hands over anyway.
std::string preferred_account(const UserPlan& plan) {
  if (plan.script && !plan.script->gives_to.empty()) {
    return plan.script->gives_to;
  }
  if (plan.script && !plan.script->accounts.empty()) {
    const std::string& account = plan.script->accounts.front();
    return account.substr(0, account.find(':'));
  }
  return {};
}

bool is_of_user(std::string_view account, const ChosenUser& user) {
  const std::string_view name = account.substr(0, account.find_first_of(":."));
  return (!user.name.empty() && name == user.name) ||
         (user.uid && name == std::to_string(*user.uid));
}

// A folder that may be made where it is missing: no file, no pattern.
bool is_folder(const Act& act) {
  const std::string_view path = act.path;
  return act.kind == Act::Kind::owner && act.recursive && !path.empty() &&
         path.find_first_of("*?[") == path.npos &&
         base_name(path).find('.') == path.npos && !is_system_folder(path) &&
         !is_open_to_all(path);
}

bool is_given_by_run(const std::string& path, const ChosenUser& user,
                     const std::vector<PathChange>& changes) {
  return std::ranges::any_of(changes, [&](const PathChange& it) {
    return it.kind == PathChange::Kind::owned && is_of_user(it.owner, user) &&
           (it.path == path || (it.recursive && is_below(path, it.path)));
  });
}

// A RUN cannot give anything to an account that the script makes when the
// container starts.
bool is_made_by_script(const StartScript& script, const ChosenUser& user,
                       const StageView& stage) {
  if (user.create || user.uid) return false;
  const auto& accounts = stage.state().accounts;
  const bool known = std::ranges::find(accounts, user.name,
                                       &KnownAccount::name) != accounts.end();
  return !known &&
         std::ranges::any_of(script.followed.acts, [](const RootAct& it) {
           return it.act.kind == Act::Kind::account;
         });
}

}  // namespace

void add_script_paths(UserPlan& plan, const StageView& stage) {
  if (!plan.script) return;
  const StartScript& script = *plan.script;
  if (is_made_by_script(script, plan.user, stage)) return;
  const auto changes = run_paths(stage);
  for (const RootAct& it : script.followed.acts) {
    const std::string& path = it.act.path;
    if (!is_folder(it.act) || !is_of_user(it.act.account, plan.user) ||
        is_given_by_run(path, plan.user, changes)) {
      continue;
    }
    const bool known = std::ranges::any_of(
        plan.needs,
        [&](const PathNeed& need) { return is_below(path, need.path); });
    if (known) continue;
    plan.needs.push_back({.path = path,
                          .because = script.place(it.place) + " gives it to `" +
                                     plan.user.account() + "`"});
  }
  std::ranges::stable_sort(plan.needs, {}, &PathNeed::path);
}

std::variant<UserPlan, Refusal> plan_user(const ImageStart& start,
                                          const EffectiveUser& effective,
                                          const UserWishes& options,
                                          RootScript root_script) {
  const StageView& stage = start.stage();
  UserPlan plan;
  plan.tools = image_tools(stage);
  plan.start = start.program();
  plan.script = start.script();
  if (plan.script) {
    plan.start.programs = plan.script->programs;
    append(plan.start.commands, plan.script->commands);
  }
  plan.server = installed_server(stage, plan.start);
  if (auto refusal = find_refusal(stage, effective, plan.tools, plan.start,
                                  answer_of(plan.script, root_script),
                                  plan.server ? &*plan.server : nullptr)) {
    return *std::move(refusal);
  }
  if (auto refusal = onbuild_refusal(stage)) return *std::move(refusal);
  if (auto refusal = size_refusal(stage)) return *std::move(refusal);
  const auto unknown =
      plan.server ? std::nullopt : unknown_package(stage, plan.start);
  plan.user = choose_user(stage, plan.tools, options, preferred_account(plan),
                          plan.server, unknown ? unknown->name : "");
  if (plan.server) {
    if (auto refusal =
            account_refusal(stage, plan.start, *plan.server, plan.user)) {
      return *std::move(refusal);
    }
  }
  plan.needs = written_paths(stage, plan.start, plan.user.known_as());
  plan_folder(plan, stage);
  add_script_paths(plan, stage);
  plan_home(plan);
  plan.moves = home_moves(stage, plan.start);
  if (auto refusal = path_refusal(stage, plan)) return *std::move(refusal);
  return plan;
}

}  // namespace harden
