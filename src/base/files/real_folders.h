// Where the folders of one run really lie.
#pragma once

#include <map>
#include <mutex>
#include <string>

namespace harden {

// Files lie beside each other, so what was found is kept, and a folder is
// looked at from the one above it. For folders that stay where they are; may be
// asked by several threads at once.
class RealFolders {
 public:
  // Absolute, links followed; empty when there is nothing.
  std::string of(const std::string& folder);

 private:
  const std::string& found(const std::string& folder);
  std::string look_up(const std::string& folder);

  std::mutex mutex_;
  std::map<std::string, std::string> known_;
};

}  // namespace harden
