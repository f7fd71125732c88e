// Writes to an open file without stopping half way.
#pragma once

#include <string_view>

namespace harden {

// False, and errno says why, when not all could be written.
bool write_all(int descriptor, std::string_view bytes);

}  // namespace harden
