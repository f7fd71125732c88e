// The shell lines that collect the file system of a scratch image in /rootfs.
//
// Their functions are those of templates/rootfs.sh. A POSIX sh runs them, as
// root, in the old image; they stop the build with a message when something
// needed is missing.
#pragma once

#include <string>
#include <vector>

#include "rewrite/scratch/scratch_plan.h"

namespace harden {

// Each line ends where a blank may follow, or is a comment.
std::vector<std::string> rootfs_script(const ScratchPlan& plan, bool comments);

// The same without a program: accounts, certificates, time zones and /tmp, for
// a user "10001:10001".
std::vector<std::string> system_rootfs_script(const std::string& user,
                                              bool comments);

}  // namespace harden
