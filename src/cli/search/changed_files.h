// Which files have changed since a revision, as git says.
#pragma once

#include <sys/types.h>

#include <set>
#include <string>
#include <utility>

namespace harden::cli {

class ChangedFiles {
 public:
  // Asks git in the current folder: what differs from the revision, committed
  // or not, and what git does not know yet and does not ignore. Throws
  // std::runtime_error, in one line.
  explicit ChangedFiles(const std::string& revision);

  bool contains(const std::string& path) const;

 private:
  // By device and inode: the same file may be named in many ways.
  using Identity = std::pair<dev_t, ino_t>;

  void add(const std::string& folder, const std::string& names);

  std::set<Identity> files_;
};

}  // namespace harden::cli
