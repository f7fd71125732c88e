// Puts the files that a hardened Dockerfile needs into the build context.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source/diagnostic.h"

namespace harden::cli {

class ContextFiles {
 public:
  // Looks at all places before anything is written. `context` is the folder;
  // empty when there is none. Throws OutputError, naming what is in the way:
  // nothing of the user's is replaced, only what harden wrote before.
  ContextFiles(const std::vector<NewFile>& files, const std::string& context);

  // What is there already, byte for byte, is not written again. Calls
  // `wrote(path)` for each that is. Throws OutputError.
  template <typename Wrote>
  void write(Wrote wrote) const {
    for (const Planned& it : planned_) {
      write_one(it);
      wrote(it.path);
    }
  }

 private:
  struct Planned {
    std::string path;  // as the user would name it
    NewFile file;
  };
  static void write_one(const Planned& planned);

  std::vector<Planned> planned_;
};

// Whether the second line of a script, or its first, says that harden wrote it.
bool is_written_by_harden(std::string_view text);

}  // namespace harden::cli
