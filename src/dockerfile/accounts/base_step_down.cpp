#include "dockerfile/accounts/base_step_down.h"

#include <string_view>
#include <utility>

#include "base/text/paths.h"
#include "dockerfile/accounts/account_table.h"

namespace harden {
namespace {

// Entrypoints of images step down for the image's own program only: they
// compare the first argument (`[ "$1" = 'redis-server' ]`).
std::string why_not(const BaseImage& base, const BaseStart& start) {
  if (!start.unknown_because.empty()) return start.unknown_because;
  if (base.cmd.empty()) return {};
  const std::string only = "the base's entrypoint steps down to `" +
                           base.steps_down_to + "` for its own program only, ";
  if (start.shell_form) {
    return only + "and " + start.by + " in shell form starts a shell";
  }
  if (start.arguments.empty()) {
    return only + "and none is named: " + start.by +
           " leaves nothing of the base's `CMD`";
  }
  const std::string_view program = start.arguments.front();
  const bool own = program.starts_with('-') ||
                   base_name(program) == base_name(base.cmd.front());
  return own ? "" : only + "and " + start.by + " starts another";
}

}  // namespace

void note_start_as_root(EffectiveUser& user) {
  user.because.insert(user.because.begin(), user.start_message);
}

std::optional<BaseStart> inherited_start(const ImageState& state) {
  if (state.entrypoint && state.entrypoint->instruction) return std::nullopt;
  BaseStart result;
  result.by = "`CMD`";
  if (!state.cmd) return result;
  result.shell_form = !state.cmd->exec_form;
  result.arguments = state.cmd->argv;
  return result;
}

void may_give_up_root(const std::string& reason, EffectiveUser& user) {
  note_start_as_root(user);
  user.privilege = Privilege::unknown;
  user.uid.reset();
  user.gid.reset();
  user.reason = reason;
  user.message = "unknown because " + reason;
}

void start_with_base(const ImageState& state, const BaseStart& start,
                     EffectiveUser& user) {
  const std::string& name = state.base->steps_down_to;
  const std::string unknown = why_not(*state.base, start);
  if (!unknown.empty()) return may_give_up_root(unknown, user);
  note_start_as_root(user);
  user.privilege = Privilege::steps_down;
  user.name = name;
  user.uid = parse_id(name);
  user.gid.reset();
  if (const KnownAccount* account = find_account(state, name)) {
    user.uid = account->uid;
    user.gid = account->gid;
  }
  user.message =
      "starts as uid 0, and the base's entrypoint steps down to `" + name + "`";
  if (user.uid && !parse_id(name)) {
    user.message += " (uid " + std::to_string(*user.uid) + ")";
  }
}

}  // namespace harden
