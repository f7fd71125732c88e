// Acts upon paths, from the words that name them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "command/command_meaning.h"

namespace harden {

struct PathTarget {
  std::string path;    // absolute and clean; empty when not known
  bool below = false;  // something below it, nobody knows what
};
PathTarget target_of(const Field& field,
                     const std::optional<std::string>& folder);

// What an option names; otherwise the folder where the command runs.
PathTarget named_or_folder(const Field* named,
                           const std::optional<std::string>& folder);

// /tmp, /dev/null, /proc/self/fd/1: any user may write there.
bool anybody_may_write(std::string_view path);

// Nothing when anybody may do it.
void add_write(std::vector<Act>& acts, const PathTarget& target,
               bool recursive = false);
void add_mode(std::vector<Act>& acts, const PathTarget& target, bool recursive);
void add_owner(std::vector<Act>& acts, const PathTarget& target, bool recursive,
               std::string account);

}  // namespace harden
