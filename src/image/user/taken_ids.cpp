#include "image/user/taken_ids.h"

#include <algorithm>

namespace harden {

const KnownAccount* TakenIds::account(std::string_view name) const {
  auto found = std::ranges::find(state_.accounts, name, &KnownAccount::name);
  return found == state_.accounts.end() ? nullptr : &*found;
}

const KnownAccount* TakenIds::account(std::optional<std::uint32_t> uid) const {
  auto found = std::ranges::find_if(
      state_.accounts,
      [&](const KnownAccount& it) { return uid && it.uid == uid; });
  return found == state_.accounts.end() ? nullptr : &*found;
}

const KnownGroup* TakenIds::group(std::string_view name) const {
  auto found = std::ranges::find(state_.groups, name, &KnownGroup::name);
  return found == state_.groups.end() || !found->gid ? nullptr : &*found;
}

std::string TakenIds::group_of(std::uint32_t gid) const {
  for (const KnownGroup& it : state_.groups) {
    if (it.gid == gid) return it.name;
  }
  for (const KnownAccount& it : state_.accounts) {
    if (it.gid == gid) return it.group.empty() ? it.name : it.group;
  }
  return {};
}

bool TakenIds::has_name(std::string_view name) const {
  return account(name) != nullptr ||
         std::ranges::any_of(state_.groups, [&](const KnownGroup& it) {
           return it.name == name;
         });
}

std::uint32_t TakenIds::free_id(std::uint32_t id) const {
  while (account(id) != nullptr || !group_of(id).empty()) ++id;
  return id;
}

}  // namespace harden
