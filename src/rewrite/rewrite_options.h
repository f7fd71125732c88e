// What is asked of the passes.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/source/diagnostic.h"
#include "base/text/enum_words.h"
#include "image/user_wishes.h"

namespace harden {

// --rootfs: what becomes of the final image's file system.
enum class RootfsMode {
  automatic,  // scratch where the files at hand show that it is safe
  scratch,    // scratch, or an error that says why not
  keep,
};
inline constexpr auto rootfs_modes =
    enum_words<RootfsMode::automatic, RootfsMode::keep>("auto", "scratch",
                                                        "keep");

struct RewriteOptions : UserWishes {
  bool comments = true;  // explain inserted lines in the file
  RootfsMode rootfs = RootfsMode::automatic;
  // --artifact: the program in the image, absolute; empty lets harden look for
  // it.
  std::string artifact;
  // --keep, and `keep` in harden.toml: absolute paths that a scratch image
  // takes along besides.
  std::vector<std::string> keep;
  // --keep-shell: a scratch image takes a shell along, and what scripts start.
  bool keep_shell = false;
  // --drop-healthcheck: one that a scratch image cannot run is left out.
  bool drop_healthcheck = false;
  // What is mounted where the program writes, as harden.toml tells.
  std::vector<std::string> mounted;
  // Which of the fixes that passes propose are made; null: all.
  std::function<bool(const Diagnostic&)> wants_fix;
  // Whether a changed copy of a script can be written beside it.
  bool may_write_files = false;
};

}  // namespace harden
