// `user:` and its kin, as far as they tell by themselves.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace harden::containers {

// A decimal number as engines read it: "0", "000", "+0".
std::optional<std::uint32_t> user_number(std::string_view text);

struct UserParts {
  std::string_view user;
  std::string_view group;  // empty: not given
};
UserParts split_user(std::string_view text);

}  // namespace harden::containers
