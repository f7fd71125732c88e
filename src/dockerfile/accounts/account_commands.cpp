#include "dockerfile/accounts/account_commands.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "command/adduser_dialect.h"
#include "dockerfile/accounts/account_table.h"

namespace harden {
namespace {

using Arguments = std::span<const Argument>;

class AccountCommand {
 public:
  AccountCommand(Family family, std::size_t instruction, ImageState& state)
      : family_(family), instruction_(instruction), state_(state) {}

  void useradd(Arguments arguments) {
    const ParsedOptions parsed = parse_options(arguments, useradd_options());
    const Argument* name = only_name(parsed);
    if (name == nullptr || parsed.has('D')) return;
    KnownAccount account = new_account(name->value, parsed);
    if (const Argument* home = parsed.find('d')) account.home = home->value;
    if (const Argument* group = parsed.find('g')) {
      set_group(account, *group);
    } else if (parsed.has('N')) {
      set_group(account, {"users"});
    } else {
      set_own_group(account);
    }
    if (const Argument* groups = parsed.find('G')) {
      account.groups = names(*groups);
    }
    create_account(state_, std::move(account));
  }

  // Debian's `--group` alone makes a group; `adduser USER GROUP` a member.
  void adduser(Arguments arguments) {
    const ParsedOptions parsed = parse_options(arguments, adduser_options());
    if (parsed.has('Y') && !parsed.has('S')) {
      if (!parsed.operands.empty()) {
        create_group(parsed.operands[0], parsed.find('I'));
      }
      return;
    }
    if (parsed.operands.size() > 1) {
      return add_member(parsed.operands[0], parsed.operands[1]);
    }
    const Argument* name = only_name(parsed);
    if (name == nullptr) return;
    KnownAccount account = new_account(name->value, parsed);
    if (const Argument* home = parsed.find('h')) account.home = home->value;
    if (const Argument* group = parsed.find('G')) {
      set_group(account, *group);
    } else if (const Argument* gid = parsed.find('I')) {
      set_group(account, *gid);
    } else if (parsed.has('S') && !parsed.has('Y')) {
      set_nogroup(account);
    } else {
      set_own_group(account);
    }
    create_account(state_, std::move(account));
  }

  void addgroup(Arguments arguments) {
    const ParsedOptions parsed = parse_options(arguments, addgroup_options());
    const auto& operands = parsed.operands;
    if (operands.size() > 1) return add_member(operands[0], operands[1]);
    if (!operands.empty()) create_group(operands[0], parsed.find('g'));
  }

  void groupadd(Arguments arguments) {
    const ParsedOptions parsed = parse_options(arguments, groupadd_options());
    if (!parsed.operands.empty()) {
      create_group(parsed.operands[0], parsed.find('g'));
    }
  }

  void usermod(Arguments arguments) {
    const ParsedOptions parsed = parse_options(arguments, usermod_options());
    const Argument* name = only_name(parsed);
    if (name == nullptr) return;
    // A user of an unknown base becomes known by what is said about it.
    const bool tells = parsed.has('u') || parsed.has('g');
    KnownAccount* account = mutable_account(name->value, tells);
    if (account == nullptr) return;
    if (const Argument* uid = parsed.find('u')) set_uid(*account, *uid);
    if (const Argument* gid = parsed.find('g')) set_group(*account, *gid);
    if (const Argument* home = parsed.find('d')) account->home = home->value;
    if (const Argument* groups = parsed.find('G')) {
      if (!parsed.has('a')) account->groups.clear();
      for (std::string& group : names(*groups)) {
        account->groups.push_back(std::move(group));
      }
    }
    if (const Argument* login = parsed.find('l')) {
      account->name = login->value;
    }
  }

  // shadow's groupmod changes the members' gid along with the group's.
  void groupmod(Arguments arguments) {
    const ParsedOptions parsed = parse_options(arguments, groupadd_options());
    if (parsed.operands.empty()) return;
    const std::string& name = parsed.operands[0].value;
    const auto old = gid_of(state_, name);
    remove_group(state_, name);
    const Argument* gid = parsed.find('g');
    const Argument* renamed = parsed.find('n');
    KnownGroup group{renamed != nullptr ? renamed->value : name,
                     gid != nullptr ? number(*gid) : old, instruction_};
    for (KnownAccount& account : state_.accounts) {
      if (account.group != name && !(old && account.gid == old)) continue;
      account.gid = group.gid;
      account.group = group.name;
    }
    add_group(state_, std::move(group));
  }

  // `deluser USER GROUP` ends a membership.
  void userdel(Arguments arguments) {
    const ParsedOptions parsed = parse_options(arguments, userdel_options());
    const auto& operands = parsed.operands;
    if (operands.empty()) return;
    if (operands.size() == 1) return remove_account(state_, operands[0].value);
    if (KnownAccount* account = mutable_account(operands[0].value, false)) {
      std::erase(account->groups, operands[1].value);
    }
  }

  void groupdel(Arguments arguments) {
    const ParsedOptions parsed = parse_options(arguments, userdel_options());
    if (parsed.operands.size() == 1) {
      remove_group(state_, parsed.operands[0].value);
    }
  }

 private:
  // The name to create; null, with a reason noted, when it is not known.
  const Argument* only_name(const ParsedOptions& parsed) {
    if (parsed.operands.empty()) return nullptr;
    const Argument& name = parsed.operands.back();
    if (name.known() && !name.value.empty()) return &name;
    mark_incomplete(state_, "`RUN` creates a user whose name is not known: " +
                                name.unknown_because);
    return nullptr;
  }

  KnownAccount new_account(const std::string& name,
                           const ParsedOptions& parsed) {
    KnownAccount account;
    account.name = name;
    account.instruction = instruction_;
    if (const Argument* uid = parsed.find('u')) set_uid(account, *uid);
    return account;
  }

  static std::optional<std::uint32_t> number(const Argument& argument) {
    return argument.known() ? parse_id(argument.value) : std::nullopt;
  }

  static void set_uid(KnownAccount& account, const Argument& uid) {
    account.uid = number(uid);
    account.uid_unknown_because = uid.unknown_because;
    if (uid.known() && !account.uid) {
      account.uid_unknown_because = "`" + uid.value + "` is not a uid";
    }
  }

  // By name or number.
  void set_group(KnownAccount& account, const Argument& group) {
    account.gid = number(group);
    account.group.clear();
    if (!group.known()) return;
    if (!account.gid) {
      account.group = group.value;
      account.gid = gid_of(state_, group.value);
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

  void create_group(const Argument& name, const Argument* gid) {
    if (!name.known()) {
      return mark_incomplete(state_,
                             "`RUN` creates a group whose name is not known: " +
                                 name.unknown_because);
    }
    state_.has_group = true;
    add_group(state_, {name.value, gid != nullptr ? number(*gid) : std::nullopt,
                       instruction_});
  }

  void add_member(const Argument& user, const Argument& group) {
    if (!group.known()) return;
    if (KnownAccount* account = mutable_account(user.value, false)) {
      account->groups.push_back(group.value);
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
        account.uid_unknown_because = "its base image is not known";
      add_account(state_, std::move(account));
    }
    for (KnownAccount& account : state_.accounts) {
      if (account.name == name) return &account;
    }
    return nullptr;
  }

  static std::vector<std::string> names(const Argument& list) {
    std::vector<std::string> result;
    if (!list.known()) return result;
    std::string_view rest = list.value;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(','), rest.size());
      if (end > 0) result.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return result;
  }

  Family family_;
  std::size_t instruction_;
  ImageState& state_;
};

}  // namespace

bool run_account_command(std::string_view program, Arguments arguments,
                         Family family, std::size_t instruction,
                         ImageState& state) {
  AccountCommand command(family, instruction, state);
  if (program == "adduser") {
    if (adduser_is_useradd(family, arguments)) {
      command.useradd(arguments);
    } else {
      command.adduser(arguments);
    }
  } else if (program == "useradd") {
    command.useradd(arguments);
  } else if (program == "addgroup") {
    command.addgroup(arguments);
  } else if (program == "groupadd") {
    command.groupadd(arguments);
  } else if (program == "usermod") {
    command.usermod(arguments);
  } else if (program == "groupmod") {
    command.groupmod(arguments);
  } else if (program == "userdel" || program == "deluser") {
    command.userdel(arguments);
  } else if (program == "groupdel" || program == "delgroup") {
    command.groupdel(arguments);
  } else {
    return false;
  }
  return true;
}

}  // namespace harden
