// Files and folders that are gone when nobody needs them any more; a file may
// take another's name before.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

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

// A folder that is gone when nobody needs it any more.
class TemporaryFolder {
 public:
  // In $TMPDIR, for this user alone. Throws OutputError.
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }
  std::string file(std::string_view name) const {
    return path_ + "/" + std::string(name);
  }
  // Gives its path. Throws OutputError.
  std::string write(std::string_view name, std::string_view text) const;

 private:
  std::string path_;
};

}  // namespace harden
