// Which ids a USER has in an image.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dockerfile/image_state.h"

namespace harden {

struct ResolvedUser {
  Privilege privilege = Privilege::unknown;
  std::optional<std::uint32_t> uid;
  std::optional<std::uint32_t> gid;
  std::string name;
  std::string why;                        // of unknown and cannot_start
  std::string uid_why;                    // why the uid, not known, is not 0
  std::string gid_why;                    // why the gid is 0, or not known
  const KnownAccount* account = nullptr;  // of the state
  bool root_group = false;
};

ResolvedUser resolve_user(const ImageState& state, std::string_view spec);

}  // namespace harden
