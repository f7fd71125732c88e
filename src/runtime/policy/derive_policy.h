// What a container of the final image needs, from everything that is known.
#pragma once

#include <string>

#include "dockerfile/document.h"
#include "dockerfile/image_state.h"
#include "image/options.h"
#include "image/start/image_start.h"
#include "runtime/policy.h"

namespace harden {

// `document` is the final text, `user` is image_user() of it, and `start` what
// it starts with. Settings of harden.toml and of the command line are applied
// last: Options::policy.
Policy derive_policy(const Document& document, const Evaluation& evaluation,
                     const EffectiveUser& user, const ImageStart& start,
                     const Options& options);

}  // namespace harden
