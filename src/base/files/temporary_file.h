// A file that is gone when nobody needs it any more, unless it has taken
// another's name.
#pragma once

#include <sys/types.h>

#include <string>

#include "base/files/descriptor.h"

namespace harden {

// Lies beside the file whose name it is to take. All throw OutputError, which
// names that file.
class TemporaryFile {
 public:
  // The kernel takes the process's umask, or the folder's own rules, off the
  // mode.
  TemporaryFile(const std::string& final_path, mode_t mode);
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();

  int descriptor() const { return file_.get(); }

  // What had the name is gone then. The content is on the disk before the name
  // leads to it, and the name is there to stay.
  void take_final_name();

 private:
  std::string final_path_;
  std::string path_;
  Descriptor file_;
  bool is_renamed_ = false;
};

}  // namespace harden
