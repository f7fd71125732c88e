// What the names of folders tell about their use.
#pragma once

#include <string_view>

namespace harden {

// All paths are absolute and clean.

// Directories that belong to the system as a whole: never given away.
bool is_system_folder(std::string_view path);

// `data`, `logs`, `uploads` and the like in the path, or the state of a program
// below /var/lib.
bool is_data_folder(std::string_view path);

// Where packages and compilers work.
bool is_build_folder(std::string_view path);

// /tmp and others that are writable for everybody in every image.
bool is_open_to_all(std::string_view path);

}  // namespace harden
