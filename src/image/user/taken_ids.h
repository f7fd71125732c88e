// The names and numbers of accounts and groups that an image has.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "dockerfile/image_state.h"

namespace harden {

// The state has to outlive it.
class TakenIds {
 public:
  explicit TakenIds(const ImageState& state) : state_(state) {}

  // Null when there is none.
  const KnownAccount* account(std::string_view name) const;
  const KnownAccount* account(std::optional<std::uint32_t> uid) const;
  // One whose number is known; null when there is none.
  const KnownGroup* group(std::string_view name) const;
  // The name of a group that has the gid already: its number cannot be given
  // twice. Empty when none has.
  std::string group_of(std::uint32_t gid) const;
  bool has_name(std::string_view name) const;
  // The first one from `id` on that neither an account nor a group has.
  std::uint32_t free_id(std::uint32_t id) const;

 private:
  const ImageState& state_;
};

}  // namespace harden
