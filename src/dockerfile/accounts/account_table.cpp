#include "dockerfile/accounts/account_table.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "dockerfile/accounts/resolve_user.h"

namespace harden {
namespace {

template <typename T, typename Matches>
const T* find_in(const std::vector<T>& list, Matches matches) {
  const auto found = std::find_if(list.begin(), list.end(), matches);
  return found == list.end() ? nullptr : &*found;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// Engines take white space off both ends of a line.
std::string_view trimmed(std::string_view line) {
  constexpr std::string_view white = " \t\r\v\f";
  const std::size_t begin = line.find_first_not_of(white);
  if (begin == line.npos) return {};
  return line.substr(begin, line.find_last_not_of(white) + 1 - begin);
}

template <typename Take>
void for_each_line(std::string_view text, Take take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    if (!line.empty() && line[0] != '#') take(split(line, ':'));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// Engines take 0 for a number that is missing or none.
std::optional<std::uint32_t> number_field(
    const std::vector<std::string_view>& fields, std::size_t at) {
  const std::string_view text = at < fields.size() ? fields[at] : "";
  const UserSpec spec = parse_user_spec(text);
  if (spec.user.kind == Identity::Kind::out_of_range) return std::nullopt;
  return spec.user.kind == Identity::Kind::number ? spec.user.number : 0;
}

}  // namespace

const KnownAccount* find_account(const ImageState& state,
                                 std::string_view name) {
  return find_in(state.accounts,
                 [&](const KnownAccount& it) { return it.name == name; });
}

const KnownAccount* find_account(const ImageState& state, std::uint32_t uid) {
  return find_in(state.accounts,
                 [&](const KnownAccount& it) { return it.uid == uid; });
}

const KnownGroup* find_group(const ImageState& state, std::string_view name) {
  return find_in(state.groups,
                 [&](const KnownGroup& it) { return it.name == name; });
}

const KnownGroup* find_group(const ImageState& state, std::uint32_t gid) {
  return find_in(state.groups,
                 [&](const KnownGroup& it) { return it.gid == gid; });
}

std::optional<std::uint32_t> gid_of(const ImageState& state,
                                    std::string_view group) {
  if (const KnownGroup* known = find_group(state, group)) return known->gid;
  const KnownAccount* owner = find_in(
      state.accounts,
      [&](const KnownAccount& it) { return it.group == group && it.gid; });
  if (owner != nullptr) return owner->gid;
  if (group == "root" && state.has_group) return 0;
  return std::nullopt;
}

void add_account(ImageState& state, KnownAccount account) {
  if (find_account(state, account.name) != nullptr) return;
  if (state.accounts.size() >= kMaxAccounts) {
    return mark_incomplete(state, Unknown::Kind::many_users);
  }
  state.accounts.push_back(std::move(account));
}

void create_account(ImageState& state, KnownAccount account) {
  if (account.name == "root" && state.has_passwd) return;
  for (KnownAccount& it : state.accounts) {
    // Where that one was not made, this is.
    if (it.name == account.name && it.maybe && it.uid != account.uid) {
      return forget_uid(it);
    }
  }
  add_account(state, std::move(account));
}

void add_group(ImageState& state, KnownGroup group) {
  if (find_group(state, group.name) != nullptr) return;
  if (state.groups.size() >= kMaxAccounts) {
    return mark_incomplete(state, Unknown::Kind::many_groups);
  }
  state.groups.push_back(std::move(group));
}

void forget_uid(KnownAccount& account) {
  account.uid.reset();
  account.uid_unknown = {Unknown::Kind::several_uids, account.name};
}

void remove_account(ImageState& state, std::string_view name) {
  std::erase_if(state.accounts,
                [&](const KnownAccount& it) { return it.name == name; });
}

void remove_group(ImageState& state, std::string_view name) {
  std::erase_if(state.groups,
                [&](const KnownGroup& it) { return it.name == name; });
}

void mark_incomplete(ImageState& state, Unknown why,
                     bool only_system_accounts) {
  const bool first = !state.accounts_incomplete;
  if (first || (state.only_system_accounts_missing && !only_system_accounts)) {
    state.accounts_incomplete = std::move(why);
    state.only_system_accounts_missing = only_system_accounts;
  }
}

void mark_changed(ImageState& state, const Unknown& why) {
  mark_incomplete(state, why);
  for (KnownAccount& it : state.accounts) {
    it.uid.reset();
    it.gid.reset();
    it.uid_unknown = why;
  }
}

void add_passwd_lines(ImageState& state, std::string_view lines,
                      std::size_t instruction) {
  for_each_line(lines, [&](const std::vector<std::string_view>& fields) {
    KnownAccount account;
    account.name = fields[0];
    account.uid = number_field(fields, 2);
    account.gid = number_field(fields, 3);
    if (fields.size() > 5) account.home = fields[5];
    account.instruction = instruction;
    if (!account.uid) {
      account.uid_unknown = Unknown::Kind::uid_out_of_range;
    }
    if (account.gid) {
      const KnownGroup* group = find_group(state, *account.gid);
      if (group != nullptr) account.group = group->name;
    }
    create_account(state, std::move(account));
  });
  state.has_passwd = true;
}

void add_group_lines(ImageState& state, std::string_view lines,
                     std::size_t instruction) {
  state.has_group = true;
  for_each_line(lines, [&](const std::vector<std::string_view>& fields) {
    if (fields.size() < 3) return;
    const KnownGroup group{std::string(fields[0]), parse_id(fields[2]),
                           instruction};
    for (KnownAccount& account : state.accounts) {
      if (group.gid && account.gid == group.gid && account.group.empty()) {
        account.group = group.name;
      }
    }
    add_group(state, group);
  });
}

std::optional<std::uint32_t> parse_id(std::string_view text) {
  std::uint32_t id = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, id);
  if (error != std::errc() || stop != end || text.empty()) return std::nullopt;
  return id;
}

}  // namespace harden
