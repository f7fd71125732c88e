// What the file and a path's name tell about what lies there.
#pragma once

#include <string>
#include <string_view>

#include "runtime/policy/policy_subject.h"

namespace harden {

// Absolute and clean paths, as everywhere here.

// What /var/run and /var/lock are links to, in every distribution: mounted
// under both names, one would hide the other.
std::string without_links(std::string path);

// What may vanish with the container.
bool is_short_lived(std::string_view path);

// Where programs lie, and what start scripts only read: nobody's to write, even
// where the file gives it away.
bool is_read_only_by_nature(std::string_view path);

// A single file rather than a folder, as far as the file shows.
bool is_file(const PolicySubject& subject, const std::string& path);

// Whether the image has files there that the program may want to read.
bool is_seeded(const PolicySubject& subject, const std::string& path);

}  // namespace harden
