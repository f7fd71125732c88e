#include "image/start/step_down_target.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/text/paths.h"
#include "base/text/word_lists.h"
#include "dockerfile/accounts/account_files.h"
#include "dockerfile/accounts/account_table.h"
#include "dockerfile/accounts/base_step_down.h"
#include "dockerfile/model/scope.h"
#include "follow/follow.h"
#include "image/files/image_tools.h"
#include "image/start/start_text.h"
#include "knowledge/programs.h"

namespace harden {
namespace {

// "`redis` (uid 999)", "10001:10001"
std::string described(const std::string& account,
                      const std::optional<std::uint32_t>& uid) {
  if (are_numbers(account)) return account;
  std::string text = "`" + account + "`";
  if (uid) text += " (uid " + std::to_string(*uid) + ")";
  return text;
}

// Tools that change or take away accounts that are there; useradd leaves them.
bool changes_accounts(std::string_view text) {
  static constexpr std::array<std::string_view, 4> tools = {
      "usermod", "groupmod", "userdel", "deluser"};
  const std::string_view tool = base_name(text.substr(0, text.find(' ')));
  return is_one_of(tool, tools);
}

class StepDownTargetReader {
 public:
  StepDownTargetReader(const Document& document, const ImageState& state,
                       const StepDownTarget& target)
      : state_(state), target_(target) {
    UserSetting setting;
    setting.spec = target.account;
    to_ = effective_user(document, state, setting);
  }

  EffectiveUser of(EffectiveUser user) {
    // `gosu root`: nothing is given up.
    if (to_.privilege == Privilege::root) return user;
    note_start_as_root(user);
    if (to_.privilege == Privilege::cannot_start || is_of_a_package()) {
      return not_there_yet(std::move(user));
    }
    if (to_.privilege == Privilege::unknown) return not_told(std::move(user));
    const std::string change = what_changes();
    if (change.empty()) return told(std::move(user));
    return unknown_ids(std::move(user), change + " may change them");
  }

 private:
  std::string name() const {
    return target_.account.substr(0, target_.account.find(':'));
  }

  // No line of the file creates it, but packages that are installed may.
  bool is_of_a_package() const {
    return to_.privilege == Privilege::unprivileged && !to_.uid &&
           find_account(state_, name()) == nullptr;
  }

  // The script itself may create it.
  EffectiveUser not_there_yet(EffectiveUser user) const {
    // A line of passwd may hold any uid.
    if (const std::string writer = what_writes_accounts(); !writer.empty()) {
      return not_known(std::move(user), writer + " may create it");
    }
    if (const std::string maker = what_may_create(); !maker.empty()) {
      return unknown_ids(std::move(user), maker + " may create it");
    }
    if (!is_of_a_package()) return missing(std::move(user));
    return unknown_ids(std::move(user), "only a package that `" +
                                            state_.accounts_incomplete.name() +
                                            "` installs may create it");
  }

  EffectiveUser told(EffectiveUser user) const {
    user.privilege = Privilege::steps_down;
    user.name = to_.name.empty() ? target_.account : to_.name;
    user.uid = to_.uid;
    user.gid = to_.gid;
    user.root_group = to_.root_group || target_.keeps_root_group;
    user.stepped_down_in = target_.where;
    user.message = "starts as uid 0 and steps down to " +
                   described(target_.account, to_.uid) + " in " + target_.where;
    return user;
  }

  EffectiveUser unknown_ids(EffectiveUser user, const std::string& why) const {
    user.privilege = Privilege::steps_down;
    user.name = name();
    user.uid.reset();
    user.gid.reset();
    user.stepped_down_in = target_.where;
    user.message = "starts as uid 0 and steps down to `" + target_.account +
                   "` in " + target_.where +
                   ", with ids that are not known: " + why;
    return user;
  }

  // The tools look names up as engines do, and give up as they do.
  EffectiveUser missing(EffectiveUser user) const {
    user.privilege = Privilege::cannot_start;
    user.message =
        "the step-down in " + target_.where + " fails: " + to_.reason;
    return user;
  }

  // A name that somebody else may have made has no reason to be root's; an
  // account with a uid that was given but is not known has.
  EffectiveUser not_told(EffectiveUser user) const {
    const std::string& why = to_.reason;
    if (find_account(state_, name()) == nullptr) {
      return unknown_ids(std::move(user), why);
    }
    return not_known(std::move(user), why);
  }

  EffectiveUser not_known(EffectiveUser user, const std::string& why) const {
    user.privilege = Privilege::unknown;
    user.reason = "the step-down in " + target_.where + " goes to `" +
                  target_.account + "`, and " + why;
    user.message = "unknown because " + user.reason;
    return user;
  }

  // The first act of the script that fits: "`useradd app` in entry.sh:2".
  template <typename Fits>
  std::string first_act(Fits fits) const {
    if (target_.script == nullptr) return {};
    const Followed& followed = target_.script->followed;
    for (const RootAct& it : followed.acts) {
      const std::string text = text_of(followed, it.place);
      if (!fits(it.act, text)) continue;
      std::string line = text.substr(0, text.find('\n'));
      if (line.size() > 60) line = line.substr(0, 57) + "…";
      return "`" + line + "` in " + target_.script->place(it.place);
    }
    return {};
  }

  std::string what_writes_accounts() const {
    return first_act([](const Act& it, const std::string&) {
      return it.kind != Act::Kind::account && is_account_file(it.path);
    });
  }

  std::string what_may_create() const {
    const std::string act = first_act([](const Act& it, const std::string&) {
      return it.kind == Act::Kind::account || it.kind == Act::Kind::unknown ||
             it.kind == Act::Kind::package || is_account_file(it.path);
    });
    if (!act.empty() || target_.script == nullptr) return act;
    const Followed& followed = target_.script->followed;
    if (followed.ran.empty()) return {};
    const std::string text = text_of(followed, followed.ran.front());
    return "`" + text.substr(0, text.find('\n')) + "` in " +
           target_.script->place(followed.ran.front());
  }

  // Appended lines come behind those that count.
  std::string what_changes() const {
    if (are_numbers(target_.account)) return {};
    return first_act([](const Act& it, const std::string& text) {
      if (it.kind == Act::Kind::account) return changes_accounts(text);
      return is_account_file(it.path) && text.find(">>") == std::string::npos;
    });
  }

  const ImageState& state_;
  const StepDownTarget& target_;
  EffectiveUser to_;
};

}  // namespace

bool are_numbers(std::string_view account) {
  return account.find_first_not_of("0123456789:") == account.npos;
}

EffectiveUser stepped_down_to(const Document& document, const ImageState& state,
                              const StepDownTarget& target,
                              EffectiveUser user) {
  return StepDownTargetReader(document, state, target).of(std::move(user));
}

namespace {

// Shells, inits and tools that wait for the program.
bool stays_in_front(const StartProgram& start, const std::string& tool) {
  const std::string first = start.text.substr(0, start.text.find(' '));
  return waits_for_program(tool) || base_name(first) != tool;
}

// The one account to which every path goes; empty when there is none.
std::string only_account(const Followed& followed) {
  if (followed.lost || followed.may_end || !followed.services.empty() ||
      !followed.steps_down_always()) {
    return {};
  }
  std::set<std::string> accounts;
  for (const HandOver& it : followed.hand_overs) {
    accounts.insert(it.step_down ? it.step_down->account : std::string());
  }
  return accounts.size() == 1 ? *accounts.begin() : std::string();
}

}  // namespace

std::optional<Followed> follow_start_line(const StageView& stage,
                                          const StartProgram& start,
                                          bool as_root) {
  const ImageState& state = stage.state();
  const bool is_line = start.kind == StartKind::stepping_down ||
                       start.kind == StartKind::program ||
                       start.kind == StartKind::shell_line;
  if (!is_line || !start.instruction) return std::nullopt;
  const StageScope scope(state);
  FollowInput input;
  input.script.text = start_text(state);
  input.arguments.emplace();
  input.environment = &scope;
  input.as_root = as_root;
  input.may_elevate = [&] { return may_elevate(stage); };
  return follow_script(input);
}

std::optional<DirectStepDown> direct_step_down(const StageView& stage,
                                               const StartProgram& start) {
  const auto line = follow_start_line(stage, start, true);
  if (!line) return std::nullopt;
  const Followed& followed = *line;
  DirectStepDown result;
  result.account = only_account(followed);
  if (result.account.empty()) return std::nullopt;
  const Instruction& it = stage.instruction(*start.instruction);
  result.keyword = to_string(it.keyword);
  result.tool = followed.hand_overs.front().step_down->tool;
  result.keeps_root_group =
      std::ranges::any_of(followed.hand_overs, [](const HandOver& over) {
        return over.step_down && over.step_down->keeps_root_group;
      });
  result.stays_in_front = stays_in_front(start, result.tool);
  return result;
}

}  // namespace harden
