// Which files of a build context the engine leaves out: the rules of
// .dockerignore as moby/patternmatcher and its ignorefile package read them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace harden::cli {

// One line of an ignore file, ready to be compared with paths.
class IgnorePattern {
 public:
  // Throws std::invalid_argument for a pattern that the engine refuses.
  explicit IgnorePattern(std::string_view pattern);

  bool matches(std::string_view path) const;

 private:
  enum class Kind : std::uint8_t {
    literal,     // one code point
    any,         // ?
    star,        // *: anything but `/`
    folders,     // `**` with more behind it: nothing, or anything up to a `/`
    everything,  // `**` at the end, or before a plain ending
    one_of,      // [a-z]
    none_of,     // [^a-z]
  };
  struct Range {
    char32_t first;
    char32_t last;
  };
  struct Part {
    Kind kind;
    char32_t literal = 0;
    std::vector<Range> ranges = {};

    bool accepts(char32_t c) const;
  };

  void add_stars(std::string_view& rest);
  void add_class(std::string_view& rest);

  std::vector<Part> parts_;
};

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
    IgnorePattern pattern;
    bool exception;
  };

  void add_line(std::string_view line);

  std::vector<Rule> rules_;
  bool has_exceptions_ = false;
};

}  // namespace harden::cli
