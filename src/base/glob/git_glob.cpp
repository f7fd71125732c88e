#include "base/glob/git_glob.h"

#include <algorithm>
#include <utility>

#include "base/glob/character_set.h"

namespace harden {
namespace {

// Whether `**` stands for whole folders: alone between two slashes.
bool is_alone(std::string_view pattern, std::size_t begin, std::size_t end) {
  if (begin > 0 && pattern[begin - 1] != '/') return false;
  const std::string_view rest = pattern.substr(end);
  return rest.empty() || rest.starts_with('/') || rest.starts_with("\\/");
}

class GitReader {
 public:
  GitReader(std::string_view pattern, GitSlash slash)
      : pattern_(pattern),
        separates_(slash == GitSlash::separates),
        but_(separates_ ? U'/' : CharacterSet::none) {}

  // False for a broken pattern.
  bool read_into(Glob& glob) {
    while (at_ < pattern_.size()) {
      const char c = pattern_[at_];
      if (c == '*') {
        add_stars(glob);
      } else if (c == '[') {
        if (!add_set(glob)) return false;
      } else {
        if (c == '\\' && ++at_ == pattern_.size()) return false;
        if (c == '?') {
          glob.add_any(but_);
        } else {
          glob.add_text(pattern_.substr(at_, 1));
        }
        ++at_;
      }
    }
    return true;
  }

 private:
  void add_stars(Glob& glob) {
    const std::size_t begin = at_;
    at_ = std::min(pattern_.find_first_not_of('*', at_), pattern_.size());
    const bool folders =
        separates_ && at_ - begin > 1 && is_alone(pattern_, begin, at_);
    if (folders && pattern_.substr(at_).starts_with('/')) {
      glob.add_folders();
      ++at_;
    } else {
      glob.add_many(folders ? CharacterSet::none : but_);
    }
  }

  bool add_set(Glob& glob) {
    Bracket bracket = read_bracket(pattern_, at_, true);
    if (bracket.end == 0 || bracket.unknown_class) return false;
    at_ = bracket.end;
    bracket.set.leave_out(but_);
    glob.add_set(std::move(bracket.set));
    return true;
  }

  std::string_view pattern_;
  bool separates_;
  char32_t but_;
  std::size_t at_ = 0;
};

}  // namespace

std::size_t plain_length(std::string_view pattern) {
  return std::min(pattern.find_first_of("*?[\\"), pattern.size());
}

std::optional<Glob> git_glob(std::string_view pattern, GitSlash slash,
                             std::size_t plain) {
  Glob result(Glob::Unit::byte);
  result.add_text(pattern.substr(0, plain));
  if (!GitReader(pattern.substr(plain), slash).read_into(result)) return {};
  return result;
}

}  // namespace harden
