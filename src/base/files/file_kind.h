// What lies at a path.
#pragma once

#include <string>

namespace harden {

// Anything, also a symbolic link that leads nowhere.
bool is_there(const std::string& path);
// A regular file itself, not a link to one.
bool is_plain_file(const std::string& path);
// These two follow symbolic links.
bool leads_to_file(const std::string& path);
bool leads_to_folder(const std::string& path);

}  // namespace harden
