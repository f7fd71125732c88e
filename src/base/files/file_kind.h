// What lies at a path. What nobody may look at is not there.
#pragma once

#include <string>

namespace harden {

// Anything, also a link that leads nowhere.
bool exists(const std::string& path);

// A folder, or a link to one.
bool is_folder(const std::string& path);

// A regular file, or a link to one.
bool is_file(const std::string& path);

// A regular file, and no link.
bool is_file_itself(const std::string& path);

// A folder, and no link.
bool is_folder_itself(const std::string& path);

bool is_link(const std::string& path);

// Whether both paths lead to the same regular file, also by links.
bool is_same_file(const std::string& a, const std::string& b);

}  // namespace harden
