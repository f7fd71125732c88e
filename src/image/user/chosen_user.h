// Which account the program is to run as.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "image/files/image_tools.h"
#include "image/stage_view.h"
#include "image/user_wishes.h"

namespace harden {

struct ChosenUser {
  std::string name;                  // may be empty for a bare number
  std::optional<std::uint32_t> uid;  // unknown when `useradd` picks it
  std::optional<std::uint32_t> gid;
  bool create = false;
  // The account is in supplementary groups, which `USER uid:gid` would drop.
  bool in_groups = false;
  std::string because = {};  // one sentence
  // Why the uid is not known: "its uid is not in the file".
  std::string no_number_because = {};
  // A group with this gid is there already, under this name.
  std::string group = {};

  // What USER and chown are given: "10001:10001", "1000" or "app".
  std::string user_argument(UserStyle style) const;
  std::string owner_argument() const;
  // Its name, else its number.
  std::string account() const;
};

// `preferred` is the account to which the start script gives files or hands
// over, or empty; the command line comes before it.
ChosenUser choose_user(const StageView& stage, const ImageTools& tools,
                       const UserWishes& options,
                       const std::string& preferred = {});

}  // namespace harden
