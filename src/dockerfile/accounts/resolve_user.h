// Which ids a USER has in an image.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dockerfile/image_state.h"

namespace harden {

// A USER as the engine reads it when it starts a container (GetExecUser of
// github.com/moby/sys/user): `user`, `user:group`, each by name or number.
// One half of it.
struct Identity {
  enum class Kind {
    absent,  // nothing is written: uid 0 and the user's own group
    number,
    out_of_range,  // a number that no id can have
    name,          // all else, also `0x0` and `1000 `
  };
  Kind kind = Kind::absent;
  std::uint32_t number = 0;
  std::string_view text = {};
};

struct UserSpec {
  Identity user;
  Identity group;
};

// The parts point into `spec`. A third part is ignored, as the engine does.
UserSpec parse_user_spec(std::string_view spec);

struct ResolvedUser {
  Privilege privilege = Privilege::unknown;
  std::optional<std::uint32_t> uid;
  std::optional<std::uint32_t> gid;
  std::string name;
  std::string why;                        // of unknown and cannot_start
  Unknown unknown;                        // of unknown, where it is one thing
  std::string uid_why;                    // why the uid, not known, is not 0
  std::string gid_why;                    // why the gid is 0, or not known
  const KnownAccount* account = nullptr;  // of the state
  bool root_group = false;
};

ResolvedUser resolve_user(const ImageState& state, std::string_view spec);

}  // namespace harden
