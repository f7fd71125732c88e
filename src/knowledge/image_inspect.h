// The facts about base images that `docker image inspect` and `podman image
// inspect` print.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "knowledge/base_image.h"

namespace harden {

// Reads one image or a list of them. An image answers to its RepoTags,
// RepoDigests and Id. What the output cannot tell (accounts, written paths) is
// taken from what harden knows about the same name.
//
// Throws BadInput; `file` is only for messages. Inputs are at most 16 MiB.
std::shared_ptr<const BaseImages> read_image_inspect(std::string_view text,
                                                     const std::string& file);

}  // namespace harden
