// What git ignores.
//
// Unlike the rules of .dockerignore (ignore_file.h) its patterns hold below the
// folder of their file, for names at any depth where they have no slash, and
// nothing comes back below a folder that is ignored.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/glob/git_glob.h"

namespace harden::cli {

// One list of patterns: a .gitignore, or .git/info/exclude.
class GitIgnore {
 public:
  GitIgnore() = default;
  explicit GitIgnore(std::string_view text);

  bool empty() const { return rules_.empty(); }

  // What the last rule says that concerns the path: ignored or not; nullopt
  // where none does. `path` is relative to the folder of the list.
  std::optional<bool> ignores(std::string_view path, bool is_folder) const;

 private:
  struct Rule {
    Glob glob;
    bool negated;
    bool folders_only;
    bool names_only;  // without a slash: compared with the last part

    bool matches(std::string_view path) const;
  };

  void add_line(std::string_view line);

  std::vector<Rule> rules_;
};

// The lists that count in a folder, from the repository's top down to it, as
// git asks them.
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
