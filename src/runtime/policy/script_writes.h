// What the image's start script writes before the program runs, for which the
// file system must not be read-only.
#pragma once

#include <string>
#include <vector>

#include "runtime/policy.h"
#include "runtime/policy/policy_subject.h"

namespace harden {

struct ScriptWrite {
  enum class Kind : std::uint8_t {
    folder,  // makes it, or gives all of it away
    file,    // writes or changes it
    system,  // accounts, packages and other files of the system's
  };
  Kind kind = Kind::file;
  std::string path;  // absolute and clean; empty: the script does not tell
  Reason reason;     // "`chown -R app /data`", with its place
};

// In the order in which they happen; none without a script that can be
// followed. What it only removes is left out: `rm -f` of a file that is not
// there does nothing.
std::vector<ScriptWrite> script_writes(const PolicySubject& subject);

}  // namespace harden
