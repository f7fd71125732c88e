// Folders that the system owns, not the program: /etc, /usr/bin, /proc/….
#pragma once

#include <string_view>

namespace harden::rule {

bool is_system_folder(std::string_view path);

}  // namespace harden::rule
