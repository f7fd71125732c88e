// Accounts and groups of an image: added by name, the first one stays.
#pragma once

#include <span>

#include "knowledge/base_image.h"
#include "knowledge/rows.h"

namespace harden::knowledge {

void add_accounts(std::span<const AccountRow> rows, BaseImage& image);
void add_groups(std::span<const GroupRow> rows, BaseImage& image);
// Those that every image of its family has.
void add_family_accounts(BaseImage& image);

// The given one replaces the one of the same name.
void put_account(Account account, BaseImage& image);
void put_group(Group group, BaseImage& image);

}  // namespace harden::knowledge
