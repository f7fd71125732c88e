// What a mode given to chmod means for users other than the owner.
#pragma once

#include <cstdint>
#include <string_view>

namespace harden {

enum class ModeEffect : std::uint8_t {
  plain,   // others can use it as the owner can, short of writing
  open,    // everybody can write
  narrow,  // the owner or group can do what others cannot: they own what the
           // program needs, or write there
};

// `0755`, `u+x`, `go-rwx`, `g=u`. Anything that is no mode is plain.
ModeEffect mode_effect(std::string_view mode);

}  // namespace harden
