// The shell commands that collect the root file system of a scratch image.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace harden {

struct RootfsContents {
  // Absolute. The build stops when one of `needed` is not there.
  std::vector<std::string> needed;
  std::vector<std::string> wanted;
  // Folders that are there with their owner and mode, but without content.
  std::vector<std::string> folders;
  std::string static_program;  // must load no shared library
  // Whose lines of passwd and group come along, besides root's and nobody's.
  std::uint32_t uid = 0;
  std::uint32_t gid = 0;
};

// Lines for one RUN, without continuations: POSIX sh, and no tool that busybox
// or a slim Debian lacks (cp, sed, stat, readlink).
std::vector<std::string> rootfs_script(const RootfsContents& contents);

}  // namespace harden
