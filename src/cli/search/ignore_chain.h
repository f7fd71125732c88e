// The ignore files that count in a folder, from the repository's top down to
// it, as git asks them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/search/gitignore.h"

namespace harden::cli {

class IgnoreChain {
 public:
  // Where the chain stood before a folder was entered.
  struct Mark {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  // The files above a folder, up to the top of the repository it lies in; none
  // where it lies in none. git's own settings outside of the repository
  // (core.excludesFile) are not asked: answers should not depend on the user.
  void start(const std::string& folder);

  // A folder's own files; a repository begins anew. `prefix` is what paths
  // below it begin with, "" or "a/b/".
  Mark enter(const std::string& prefix, bool is_repository, bool has_ignores);
  void leave(const Mark& mark);

  // Of a path as the walk names it. What lies in an ignored folder is ignored
  // with it: the walk does not go there.
  bool ignores(std::string_view path, bool is_folder) const;

 private:
  struct Level {
    std::string above;     // from the list's folder to where the walk began
    std::size_t skip = 0;  // the part of a path that leads to the list's folder
    GitIgnore list;
  };
  void add(std::string above, std::size_t skip, const std::string& file);
  void add_excludes(std::string above, std::size_t skip,
                    const std::string& repository);

  std::size_t begin_ = 0;
  std::vector<Level> levels_;
};

}  // namespace harden::cli
