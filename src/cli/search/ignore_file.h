// Which files of a build context the engine leaves out: the rules of
// .dockerignore as moby/patternmatcher and its ignorefile package read them.
#pragma once

#include <optional>
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

// The ignore file that holds for a Dockerfile: its own, or that of the context.
struct IgnoreText {
  std::string path;
  std::string text;
  bool own = false;
};
// Either may be empty. nullopt where there is none.
std::optional<IgnoreText> find_ignore_file(const std::string& dockerfile,
                                           const std::string& context);

}  // namespace harden::cli
