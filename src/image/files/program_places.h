// Where the engine looks for a program that ENTRYPOINT or CMD name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dockerfile/image_state.h"

namespace harden {

// Absolute paths, in the order in which they are tried. Where PATH is not
// known, those of the PATH that engines set, and of the official image of Go.
std::vector<std::string> program_places(const ImageState& state,
                                        const std::string& program);

// The PATH that engines set where the image sets none.
inline constexpr std::string_view usual_path =
    "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

// The absolute folders of a PATH, at most 200.
std::vector<std::string> path_folders(std::string_view path);

// Directly in a folder of `usual_path` (moby: oci/defaults.go).
bool is_in_usual_path(std::string_view program);

}  // namespace harden
