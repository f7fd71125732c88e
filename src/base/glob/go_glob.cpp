#include "base/glob/go_glob.h"

#include <utility>

#include "base/text/utf8.h"

namespace harden {
namespace {

class GoReader {
 public:
  GoReader(std::string_view pattern, bool two_stars)
      : rest_(pattern), two_stars_(two_stars) {}

  std::optional<Glob> read() {
    for (bool first = true; !rest_.empty(); first = false) {
      if (!add_next(first)) return std::nullopt;
    }
    return std::move(result_);
  }

 private:
  bool take(char c) {
    if (!rest_.starts_with(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool add_next(bool first) {
    if (take('*')) {
      if (two_stars_ && take('*')) {
        add_two_stars(first);
      } else {
        result_.add_many(U'/');
      }
      return true;
    }
    if (take('?')) {
      result_.add_any(U'/');
      return true;
    }
    if (take('[')) return add_class();
    take('\\');
    if (rest_.empty()) return false;
    result_.add_character(take_character(rest_));
    return true;
  }

  void add_two_stars(bool first) {
    const bool slash = take('/');
    // moby compares a plain ending behind a leading `**` as text: `**file` is
    // also the end of "myfile", which `**fil?` is not.
    const bool plain_ending =
        first && !slash && rest_.find_first_of("*?[]\\") == rest_.npos;
    if (rest_.empty() || plain_ending) {
      result_.add_many();
    } else {
      result_.add_folders();
    }
  }

  bool add_class() {
    CharacterSet set;
    if (take('^')) set.invert();
    do {
      const auto first = class_member();
      const auto last = take('-') ? class_member() : first;
      if (!first || !last) return false;
      set.add(*first, *last);
    } while (!take(']'));
    result_.add_set(std::move(set));
    return true;
  }

  // Go's getEsc(): `]` and `-` need a backslash.
  std::optional<char32_t> class_member() {
    if (rest_.starts_with('-') || rest_.starts_with(']')) return std::nullopt;
    take('\\');
    if (rest_.empty()) return std::nullopt;
    const char32_t c = take_character(rest_);
    if (is_raw_byte(c)) return std::nullopt;
    return c;
  }

  std::string_view rest_;
  bool two_stars_;
  Glob result_{Glob::Unit::code_point};
};

}  // namespace

std::optional<Glob> go_glob(std::string_view pattern) {
  return GoReader(pattern, false).read();
}

std::optional<Glob> ignore_glob(std::string_view pattern) {
  return GoReader(pattern, true).read();
}

bool is_path_pattern(std::string_view path) {
  return path.find_first_of("*?[\\") != std::string_view::npos;
}

bool matches_path(std::string_view pattern, std::string_view path) {
  if (!is_path_pattern(pattern)) return pattern == path;
  const auto glob = go_glob(pattern);
  return glob && glob->matches(path);
}

}  // namespace harden
