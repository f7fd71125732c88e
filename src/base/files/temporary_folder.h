// A folder that is gone when nobody needs it any more.
#pragma once

#include <string>
#include <string_view>

namespace harden {

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
