// What the RUN lines of an image do to files and folders: make them, give them
// to somebody, open or close them, take them away.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "image/stage_view.h"

namespace harden {

struct PathChange {
  enum class Kind : std::uint8_t {
    made,       // mkdir, install -d
    made_file,  // touch
    owned,      // chown
    opened,     // chmod 777
    narrowed,   // chmod 600, u+x, g+w: somebody else than others is meant
    placed,     // mv, ln: something is there now
    removed,    // rm, rmdir, mv
  };
  Kind kind;
  std::string path;        // absolute and clean
  bool recursive = false;  // concerns what lies below as well
  // A plain mkdir, ln or mv: it fails or does something else when the path is
  // there already.
  bool must_be_new = false;
  std::string owner;  // of `owned`: a name or number; empty when not known
  // The line has `||` or `if`: it may not have happened.
  bool maybe = false;
  std::size_t instruction = 0;
};

// In the order in which they happen. Paths that the file does not tell are left
// out.
std::vector<PathChange> run_paths(const StageView& stage);

// What a mode given to chmod means for users other than the owner.
enum class ModeEffect : std::uint8_t {
  plain,   // others can use it as the owner can, short of writing
  open,    // everybody can write
  narrow,  // the owner or group can do what others cannot: they own what the
           // program needs, or write there
};

// `0755`, `u+x`, `go-rwx`, `g=u`. Anything that is not a mode is plain.
ModeEffect mode_effect(std::string_view mode);

}  // namespace harden
