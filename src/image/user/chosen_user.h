// Which account the program is to run as.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "image/files/image_tools.h"
#include "image/stage_view.h"
#include "image/start/installed_server.h"
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
  // Of an account that a package brings, which takes it when it is there: it is
  // made before the line that installs the package, with its home, the groups
  // that are not there yet, and those that it is a member of.
  std::optional<std::size_t> made_before = {};
  std::string home = {};
  std::string shell = {};
  std::vector<KnownGroup> new_groups = {};
  std::vector<std::string> member_of = {};

  // What USER and chown are given: "10001:10001", "1000" or "app".
  std::string user_argument(UserStyle style) const;
  std::string owner_argument() const;
  // Its name, else its number.
  std::string account() const;
  // The same where lines of the file may name it already; empty for a new one.
  std::string known_as() const;
};

// `preferred` is the account to which the start script gives files or hands
// over, or empty; the command line comes before it. `server` is what starts,
// where that is known: it has an account that is meant for it; `package`, where
// it is not, the one that the program is called like.
ChosenUser choose_user(const StageView& stage, const ImageTools& tools,
                       const UserWishes& options,
                       const std::string& preferred = {},
                       const std::optional<InstalledServer>& server = {},
                       const std::string& package = {});

}  // namespace harden
