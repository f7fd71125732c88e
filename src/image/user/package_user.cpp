#include "image/user/package_user.h"

#include <string_view>
#include <utility>

#include "image/user/taken_ids.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

// Of the system's range the part to which neither adduser, from below, nor
// useradd and systemd-sysusers, from above, come soon.
constexpr std::uint32_t first_system_id = 900;

bool can_be_made_before(std::size_t instruction, const StageView& stage,
                        const ImageTools& tools) {
  const UserCommands* commands = user_commands(tools.family);
  if (stage.state().base == nullptr || !tools.has_user_tools ||
      commands == nullptr || commands->add_system_user.empty()) {
    return false;
  }
  const UserSetting& user = stage.evaluation.user_before[instruction];
  return effective_user(stage.document, stage.state(), user).privilege ==
         Privilege::root;
}

void take_group(std::string_view name, const TakenIds& taken,
                ChosenUser& user) {
  user.group = name;
  const KnownGroup* known = taken.group(name);
  if (known == nullptr) {
    user.new_groups.push_back({user.group, user.gid, {}});
  } else {
    user.gid = known->gid;
  }
}

void join_groups(ServerFacts::Names names, const TakenIds& taken,
                 ChosenUser& user) {
  std::uint32_t next = *user.uid + 1;
  for (const std::string_view name : names) {
    user.member_of.emplace_back(name);
    user.in_groups = true;
    if (taken.group(name) != nullptr) continue;
    next = taken.free_id(next);
    user.new_groups.push_back({std::string(name), next++, {}});
  }
}

}  // namespace

ChosenUser package_user(const StageView& stage, const ImageTools& tools,
                        const UserWishes& options,
                        const PackageAccount& package, std::string because) {
  static constexpr ServerFacts unknown{.home = "/nonexistent"};
  const ServerFacts& facts =
      package.facts == nullptr ? unknown : *package.facts;
  const std::size_t line = package.package.instruction;
  if (!can_be_made_before(line, stage, tools)) {
    return user_by_name(package.name, std::move(because));
  }
  const TakenIds taken(stage.state());
  ChosenUser result;
  result.name = package.name;
  result.uid = options.uid.value_or(taken.free_id(first_system_id));
  result.gid = options.gid.value_or(*result.uid);
  result.create = true;
  result.because = std::move(because) + ", and the package `" +
                   package.package.name + "` in " + stage.line_of(line) +
                   " keeps an account of this name that is there already";
  result.made_before = line;
  result.home = facts.home;
  result.shell = facts.shell;
  // A gid that is asked for comes before the package's group.
  if (options.gid) {
    result.group = taken.group_of(*result.gid);
  } else if (!facts.group.empty()) {
    take_group(facts.group, taken, result);
  }
  join_groups(facts.groups, taken, result);
  return result;
}

ChosenUser user_by_name(std::string name, std::string because) {
  ChosenUser result;
  result.name = std::move(name);
  result.because = std::move(because);
  result.no_number_because = "its uid is not in the file";
  return result;
}

}  // namespace harden
