// Whom the image is to run as, where somebody asks for it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/text/enum_words.h"

namespace harden {

enum class UserStyle { numeric, name };
inline constexpr auto user_styles =
    enum_words<UserStyle::numeric, UserStyle::name>("numeric", "name");

// --step-down: what becomes of a start script.
enum class StepDownMode {
  automatic,  // it steps down when it does anything as root, else USER
  always,     // it steps down
  never,      // USER; what then fails is said
};
inline constexpr auto step_down_modes =
    enum_words<StepDownMode::automatic, StepDownMode::never>("auto", "always",
                                                             "never");
// --step-down-tool.
enum class StepDownTool { automatic, gosu, su_exec, setpriv };
inline constexpr auto step_down_tools =
    enum_words<StepDownTool::gosu, StepDownTool::setpriv>("gosu", "su-exec",
                                                          "setpriv");

struct UserWishes {
  // --user NAME: an account to use or create; empty lets harden choose.
  std::string user;
  std::optional<std::uint32_t> uid;  // --uid
  std::optional<std::uint32_t> gid;  // --gid
  UserStyle user_style = UserStyle::numeric;
  StepDownMode step_down = StepDownMode::automatic;
  StepDownTool step_down_tool = StepDownTool::automatic;
};

}  // namespace harden
