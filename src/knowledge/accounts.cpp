#include "knowledge/accounts.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace harden::knowledge {

namespace {

template <typename List, typename Name>
auto find_name(List& list, const Name& name) {
  return std::ranges::find_if(
      list, [&](const auto& item) { return item.name == name; });
}

// Among the first ones: rows of a table do not name anything twice.
template <typename List>
bool has_name(const List& list, std::size_t first, std::string_view name) {
  return std::any_of(list.begin(),
                     list.begin() + static_cast<std::ptrdiff_t>(first),
                     [&](const auto& item) { return item.name == name; });
}

template <typename T>
void put(T item, std::vector<T>& list) {
  const auto found = find_name(list, item.name);
  if (found == list.end()) {
    list.push_back(std::move(item));
  } else {
    *found = std::move(item);
  }
}

}  // namespace

void add_accounts(std::span<const AccountRow> rows, BaseImage& image) {
  const std::size_t before = image.accounts.size();
  image.accounts.reserve(before + rows.size());
  for (const AccountRow& row : rows) {
    if (has_name(image.accounts, before, row.name)) continue;
    image.accounts.push_back({std::string(row.name),
                              row.uid,
                              row.gid,
                              std::string(row.home),
                              {row.groups.begin(), row.groups.end()}});
  }
}

void add_groups(std::span<const GroupRow> rows, BaseImage& image) {
  const std::size_t before = image.groups.size();
  image.groups.reserve(before + rows.size());
  for (const GroupRow& row : rows) {
    if (has_name(image.groups, before, row.name)) continue;
    image.groups.push_back({std::string(row.name), row.gid});
  }
}

void add_family_accounts(BaseImage& image) {
  const FamilyRow& family =
      tables.families[static_cast<std::size_t>(image.family)];
  add_accounts(family.accounts, image);
  add_groups(family.groups, image);
}

void put_account(Account account, BaseImage& image) {
  put(std::move(account), image.accounts);
}

void put_group(Group group, BaseImage& image) {
  put(std::move(group), image.groups);
}

}  // namespace harden::knowledge
