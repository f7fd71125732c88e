// What the paths of an image tell: how folders are used, what lies below what,
// where programs are looked for. All are absolute and clean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text/paths.h"
#include "dockerfile/image_state.h"

namespace harden {

// Directories that belong to the system as a whole: never given away.
bool is_system_folder(std::string_view path);

// `data`, `logs`, `uploads` and the like in the path, or the state of a program
// below /var/lib.
bool is_data_folder(std::string_view path);

// Where packages and compilers work.
bool is_build_folder(std::string_view path);

// /tmp and others that are writable for everybody in every image.
bool is_open_to_all(std::string_view path);

// Sorts them, and takes out those that lie below another one or below one of
// `above`; `except` stays.
void drop_below(std::vector<std::string>& paths,
                const std::vector<std::string>& above, std::string_view except);

// Where the engine looks for a program that ENTRYPOINT or CMD name, in the
// order in which they are tried. Where PATH is not known, those of the PATH
// that engines set, and of the official image of Go.
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
