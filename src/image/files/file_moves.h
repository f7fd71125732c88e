// What a RUN does with single files: copies and links them, writes, downloads
// or changes them. For finding out where a file of the image comes from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "image/stage_view.h"

namespace harden {

struct FileMove {
  enum class Kind : std::uint8_t {
    linked,      // ln: `to` leads to `from`
    copied,      // cp, mv, install
    written,     // `>`, tee
    downloaded,  // curl, wget, git clone
    changed,     // `>>`, sed -i and its like
  };
  Kind kind;
  // Absolute; of `linked` and `copied`, empty when not known. A link's target
  // may be relative to where the link lies: then as written.
  std::string from;
  std::string to;            // absolute; of `changed` perhaps a pattern
  bool into_folder = false;  // `to` can only be a folder
  bool maybe = false;        // it may not have happened
};

// In the order in which they happen; paths that the file does not tell are left
// out. What only mends line ends (dos2unix, `sed 's/\r$//'`) is not a change.
std::vector<FileMove> file_moves(const StageView& stage,
                                 std::size_t instruction);

// Where the file at `path` may have been before a move of the kinds `linked`
// and `copied`, likeliest first; empty when the move does not concern it.
std::vector<std::string> paths_before(const FileMove& move,
                                      const std::string& path);

// Whether the file at `path` is what another move writes or changes.
bool concerns(const FileMove& move, const std::string& path);

// Whether a move of the kinds `linked` and `copied` puts something else there.
bool replaces(const FileMove& move, const std::string& path);

}  // namespace harden
