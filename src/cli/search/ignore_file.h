// Which files of a build context the engine leaves out: the rules of
// .dockerignore as moby/patternmatcher and its ignorefile package read them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/glob/go_glob.h"

namespace harden::cli {

class IgnoreFile {
 public:
  IgnoreFile() = default;
  // Lines that the engine would refuse are left out.
  explicit IgnoreFile(std::string_view text);

  // Whether the last rule that concerns the path, or a folder above it, leaves
  // it out. `path` is relative to the context, without `.` and `..`.
  bool excludes(std::string_view path) const;

  // Whether files below an excluded folder may be back in (`!`).
  bool has_exceptions() const { return has_exceptions_; }

 private:
  struct Rule {
    Glob glob;
    bool exception;
  };

  void add_line(std::string_view line);

  std::vector<Rule> rules_;
  bool has_exceptions_ = false;
};

}  // namespace harden::cli
