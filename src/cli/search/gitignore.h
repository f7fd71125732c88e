// One list of git's ignore patterns: a .gitignore, or .git/info/exclude.
//
// Unlike the rules of .dockerignore (ignore_file.h) they hold below the folder
// of their file, for names at any depth where they have no slash, and nothing
// comes back below a folder that is ignored.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/glob/git_glob.h"

namespace harden::cli {

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

}  // namespace harden::cli
