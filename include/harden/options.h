// What the user of harden asks for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "harden/build_context.h"
#include "harden/image_state.h"

namespace harden {

enum class UserStyle { numeric, name };

struct Options {
  EvaluateOptions evaluate;  // build args, target, base images
  // --user NAME: an account to use or create; empty lets harden choose.
  std::string user;
  std::optional<std::uint32_t> uid;  // --uid
  std::optional<std::uint32_t> gid;  // --gid
  UserStyle user_style = UserStyle::numeric;
  bool comments = true;  // explain inserted lines in the file
  // Null when there is none, as for standard input without --context.
  const BuildContext* context = nullptr;
};

}  // namespace harden
