// A base image whose own entrypoint starts as root and hands over to another
// user: to whom, and whether it does so for what the image starts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dockerfile/image_state.h"

namespace harden {

// How the base's entrypoint is started.
struct BaseStart {
  std::string by;                      // what names the program: "`CMD`"
  std::vector<std::string> arguments;  // behind the entrypoint
  bool shell_form = false;             // the arguments are a shell and its line
  // Why nobody can tell: what it starts, or whether it is the base's still.
  std::string unknown_because = {};
};

// Where the file sets no ENTRYPOINT of its own; nullopt where it does.
std::optional<BaseStart> inherited_start(const ImageState& state);

// Of `user`, who starts as root on a base that steps down.
void start_with_base(const ImageState& state, const BaseStart& start,
                     EffectiveUser& user);

// Of `user`, who starts as root: whether that is given up is unknown.
void may_give_up_root(const std::string& reason, EffectiveUser& user);

// Says among the reasons that it only starts so.
void note_start_as_root(EffectiveUser& user);

}  // namespace harden
