#include "dockerfile/accounts/account_commands.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "command/account_syntax.h"
#include "command/adduser_dialect.h"
#include "command/argument_options.h"
#include "dockerfile/accounts/account_table.h"

namespace harden {
namespace {

// A command line with its operands at hand.
struct AccountCall : ArgumentOptions {
  AccountCall(const CommandWords& all, const OptionSyntax& syntax)
      : ArgumentOptions(all, syntax), words(all) {}

  bool has_operand(std::size_t index) const { return index < operands.size(); }
  CommandWord operand(std::size_t index) const {
    return words[operands[index]];
  }

  CommandWords words;
};

class AccountCommand {
 public:
  AccountCommand(Family family, std::size_t instruction, bool maybe,
                 ImageState& state)
      : family_(family),
        instruction_(instruction),
        maybe_(maybe),
        state_(state) {}

  void useradd(const CommandWords& words) {
    const AccountCall call(words, useradd_syntax);
    const auto name = only_name(call);
    if (!name || call.has({"-D", "--defaults"})) return;
    KnownAccount account = new_account(name->text, call);
    if (const auto* home = call.value({"-d", "--home-dir", "--home"})) {
      account.home = home->text;
    }
    if (const auto* group = call.value({"-g", "--gid"})) {
      set_group(account, *group);
    } else if (call.has({"-N", "--no-user-group"})) {
      set_group(account, {"users"});
    } else {
      set_own_group(account);
    }
    if (const auto* groups = call.value({"-G", "--groups"})) {
      account.groups = names(*groups);
    }
    create_account(state_, std::move(account));
  }

  // Debian's `--group` alone makes a group; `adduser USER GROUP` a member.
  void adduser(const CommandWords& words) {
    const AccountCall call(words, adduser_syntax);
    const bool system = call.has({"-S", "--system"});
    if (call.has({"--group"}) && !system) {
      if (call.has_operand(0)) {
        create_group(call.operand(0), call.value({"--gid"}));
      }
      return;
    }
    if (call.has_operand(1)) {
      return add_member(call.operand(0), call.operand(1));
    }
    const auto name = only_name(call);
    if (!name) return;
    KnownAccount account = new_account(name->text, call);
    if (const auto* home = call.value({"-h", "--home"})) {
      account.home = home->text;
    }
    if (const auto* group = call.value({"-G", "--ingroup"})) {
      set_group(account, *group);
    } else if (const auto* gid = call.value({"--gid"})) {
      set_group(account, *gid);
    } else if (system && !call.has({"--group"})) {
      set_nogroup(account);
    } else {
      set_own_group(account);
    }
    create_account(state_, std::move(account));
  }

  void addgroup(const CommandWords& words) {
    const AccountCall call(words, addgroup_syntax);
    if (call.has_operand(1)) {
      add_member(call.operand(0), call.operand(1));
    } else if (call.has_operand(0)) {
      create_group(call.operand(0), call.value({"-g", "--gid"}));
    }
  }

  void groupadd(const CommandWords& words) {
    const AccountCall call(words, groupadd_syntax);
    if (call.has_operand(0)) {
      create_group(call.operand(0), call.value({"-g", "--gid"}));
    }
  }

  void usermod(const CommandWords& words) {
    const AccountCall call(words, usermod_syntax);
    const auto name = only_name(call);
    if (!name) return;
    const auto* uid = call.value({"-u", "--uid"});
    const auto* gid = call.value({"-g", "--gid"});
    // A user of an unknown base becomes known by what is said about it.
    const bool tells = uid != nullptr || gid != nullptr;
    KnownAccount* account = mutable_account(name->text, tells);
    if (account == nullptr) return;
    if (uid != nullptr) change_uid(*account, *uid);
    if (gid != nullptr) set_group(*account, *gid);
    if (const auto* home = call.value({"-d", "--home"})) {
      account->home = home->text;
    }
    if (const auto* groups = call.value({"-G", "--groups"})) {
      if (!call.has({"-a", "--append"})) account->groups.clear();
      for (std::string& group : names(*groups)) {
        account->groups.push_back(std::move(group));
      }
    }
    if (const auto* login = call.value({"-l", "--login"})) {
      account->name = login->text;
    }
  }

  // shadow's groupmod changes the members' gid along with the group's.
  void groupmod(const CommandWords& words) {
    const AccountCall call(words, groupadd_syntax);
    if (!call.has_operand(0)) return;
    const std::string name(call.operand(0).text);
    const auto old = gid_of(state_, name);
    remove_group(state_, name);
    const auto* gid = call.value({"-g", "--gid"});
    const auto* renamed = call.value({"-n", "--new-name"});
    KnownGroup group{renamed != nullptr ? std::string(renamed->text) : name,
                     gid != nullptr ? number(*gid) : old, instruction_};
    for (KnownAccount& account : state_.accounts) {
      if (account.group != name && !(old && account.gid == old)) continue;
      account.gid = group.gid;
      account.group = group.name;
    }
    add_group(state_, std::move(group));
  }

  // `deluser USER GROUP` ends a membership.
  void userdel(const CommandWords& words) {
    const AccountCall call(words, userdel_syntax);
    if (!call.has_operand(0)) return;
    const std::string_view name = call.operand(0).text;
    if (!call.has_operand(1)) return remove_account(state_, name);
    if (KnownAccount* account = mutable_account(name, false)) {
      std::erase(account->groups, call.operand(1).text);
    }
  }

  void groupdel(const CommandWords& words) {
    const AccountCall call(words, userdel_syntax);
    if (call.operands.size() == 1) remove_group(state_, call.operand(0).text);
  }

 private:
  // The name to create; none, with a reason noted, when it is not known.
  std::optional<CommandWord> only_name(const AccountCall& call) {
    if (!call.has_operand(0)) return std::nullopt;
    const CommandWord name = call.operand(call.operands.size() - 1);
    if (name.known && !name.text.empty()) return name;
    mark_incomplete(state_,
                    {Unknown::Kind::name_of_user, {}, name.unknown().text()});
    return std::nullopt;
  }

  KnownAccount new_account(std::string_view name, const AccountCall& call) {
    KnownAccount account;
    account.name = name;
    account.instruction = instruction_;
    account.maybe = maybe_;
    if (const auto* uid = call.value({"-u", "--uid"})) set_uid(account, *uid);
    return account;
  }

  static std::optional<std::uint32_t> number(const CommandWord& word) {
    return word.known ? parse_id(word.text) : std::nullopt;
  }

  void change_uid(KnownAccount& account, const CommandWord& uid) const {
    const auto before = account.uid;
    set_uid(account, uid);
    if (maybe_ && account.uid != before) forget_uid(account);
  }

  static void set_uid(KnownAccount& account, const CommandWord& uid) {
    account.uid = number(uid);
    account.uid_unknown = uid.unknown();
    if (uid.known && !account.uid) {
      account.uid_unknown = {Unknown::Kind::not_a_uid, std::string(uid.text)};
    }
  }

  // By name or number.
  void set_group(KnownAccount& account, const CommandWord& group) {
    account.gid = number(group);
    account.group.clear();
    if (!group.known) return;
    if (!account.gid) {
      account.group = group.text;
      account.gid = gid_of(state_, group.text);
    } else if (const KnownGroup* known = find_group(state_, *account.gid)) {
      account.group = known->name;
    } else if (*account.gid == 0) {
      account.group = "root";
    }
  }

  // Without `-S … -G` both tools put system users into this group:
  // Alpine's /etc/group has it as 65533, Debian's as 65534.
  void set_nogroup(KnownAccount& account) {
    account.group = "nogroup";
    account.gid = gid_of(state_, "nogroup");
    if (account.gid) return;
    if (family_ == Family::alpine) account.gid = 65533;
    if (family_ == Family::debian) account.gid = 65534;
  }

  // A group of the user's name. The tools prefer the uid's number for it and
  // take another when that is in use.
  void set_own_group(KnownAccount& account) {
    if (family_ == Family::suse) return set_group(account, {"users"});
    account.group = account.name;
    if (account.uid && *account.uid != 0 &&
        find_group(state_, *account.uid) == nullptr) {
      account.gid = account.uid;
    }
    add_group(state_, {account.name, account.gid, instruction_});
  }

  void create_group(const CommandWord& name, const CommandWord* gid) {
    if (!name.known) {
      return mark_incomplete(
          state_, {Unknown::Kind::name_of_group, {}, name.unknown().text()});
    }
    state_.has_group = true;
    add_group(state_,
              {std::string(name.text),
               gid != nullptr ? number(*gid) : std::nullopt, instruction_});
  }

  void add_member(const CommandWord& user, const CommandWord& group) {
    if (!group.known) return;
    if (KnownAccount* account = mutable_account(user.text, false)) {
      account->groups.emplace_back(group.text);
    }
  }

  KnownAccount* mutable_account(std::string_view name, bool create) {
    if (create && find_account(state_, name) == nullptr) {
      KnownAccount account;
      account.name = name;
      account.instruction = instruction_;
      if (name == "root")
        account.uid = account.gid = 0;
      else
        account.uid_unknown = Unknown::Kind::uid_of_base;
      add_account(state_, std::move(account));
    }
    for (KnownAccount& account : state_.accounts) {
      if (account.name == name) return &account;
    }
    return nullptr;
  }

  static std::vector<std::string> names(const CommandWord& list) {
    std::vector<std::string> result;
    if (!list.known) return result;
    std::string_view rest = list.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(','), rest.size());
      if (end > 0) result.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return result;
  }

  Family family_;
  std::size_t instruction_;
  bool maybe_;
  ImageState& state_;
};

}  // namespace

bool run_account_command(const CommandWords& words, Family family,
                         std::size_t instruction, bool maybe,
                         ImageState& state) {
  const std::string_view program = program_name(words.front());
  AccountCommand command(family, instruction, maybe, state);
  if (program == "adduser") {
    if (adduser_is_useradd(family, words)) {
      command.useradd(words);
    } else {
      command.adduser(words);
    }
  } else if (program == "useradd") {
    command.useradd(words);
  } else if (program == "addgroup") {
    command.addgroup(words);
  } else if (program == "groupadd") {
    command.groupadd(words);
  } else if (program == "usermod") {
    command.usermod(words);
  } else if (program == "groupmod") {
    command.groupmod(words);
  } else if (program == "userdel" || program == "deluser") {
    command.userdel(words);
  } else if (program == "groupdel" || program == "delgroup") {
    command.groupdel(words);
  } else {
    return false;
  }
  return true;
}

}  // namespace harden
