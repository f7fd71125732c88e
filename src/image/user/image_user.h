// As whom the image's program runs, with what its start script does about it.
#pragma once

#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/start/image_start.h"

namespace harden {

// effective_user() says whom the engine starts; a start script of the build
// context that gives up root on every path makes it Privilege::steps_down.
EffectiveUser image_user(const ImageStart& start);

}  // namespace harden
