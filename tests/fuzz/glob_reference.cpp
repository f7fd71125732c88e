#include "glob_reference.h"

#include <cctype>
#include <cstddef>
#include <optional>
#include <string>

namespace harden::test {
namespace {

bool is_in_class(std::string_view name, char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (name == "alnum") return std::isalnum(byte) != 0;
  if (name == "alpha") return std::isalpha(byte) != 0;
  if (name == "blank") return std::isblank(byte) != 0;
  if (name == "cntrl") return std::iscntrl(byte) != 0;
  if (name == "digit") return std::isdigit(byte) != 0;
  if (name == "graph") return std::isgraph(byte) != 0;
  if (name == "lower") return std::islower(byte) != 0;
  if (name == "print") return std::isprint(byte) != 0;
  if (name == "punct") return std::ispunct(byte) != 0;
  if (name == "space") return std::isspace(byte) != 0;
  if (name == "upper") return std::isupper(byte) != 0;
  return name == "xdigit" && std::isxdigit(byte) != 0;
}

constexpr std::string_view class_names[] = {
    "alnum", "alpha", "blank", "cntrl", "digit", "graph",
    "lower", "print", "punct", "space", "upper", "xdigit"};

bool is_class(std::string_view name) {
  for (const std::string_view it : class_names) {
    if (it == name) return true;
  }
  return false;
}

// A set in brackets, asked about one character.
struct SetAnswer {
  std::string_view rest;  // of the pattern, behind it
  bool contains = false;
};
using Set = std::optional<SetAnswer>;  // nullopt: not well formed

// wildmatch.c, and POSIX 9.3.5; `p` is what follows the bracket.
Set posix_set(std::string_view p, char c) {
  const bool negated = !p.empty() && (p[0] == '!' || p[0] == '^');
  if (negated) p.remove_prefix(1);
  bool found = false;
  char before = 0;
  for (bool first = true; first || p.empty() || p[0] != ']'; first = false) {
    if (p.empty()) return std::nullopt;
    if (p.starts_with("[:")) {
      const std::size_t end = p.find(']', 2);
      if (end == p.npos) return std::nullopt;
      if (end > 2 && p[end - 1] == ':') {
        const std::string_view name = p.substr(2, end - 3);
        if (!is_class(name)) return std::nullopt;
        found |= is_in_class(name, c);
        p.remove_prefix(end + 1);
        before = 0;
        continue;
      }
    }
    char low = p[0];
    const bool range = low == '-' && before != 0 && p.size() > 1 && p[1] != ']';
    if (range) {
      p.remove_prefix(1);
      low = before;
    }
    if (p[0] == '\\') p.remove_prefix(1);
    if (p.empty()) return std::nullopt;
    const char high = p[0];
    p.remove_prefix(1);
    if (!range) low = high;
    found |= low <= c && c <= high;
    before = range ? '\0' : high;
  }
  return SetAnswer{p.substr(1), found != negated};
}

// The grammar of filepath.Match.
Set go_set(std::string_view p, char c) {
  const bool negated = p.starts_with('^');
  if (negated) p.remove_prefix(1);
  bool found = false;
  for (bool first = true; first || !p.starts_with(']'); first = false) {
    char ends[2] = {};
    for (int i = 0; i < 2; ++i) {
      if (p.empty() || p[0] == '-' || p[0] == ']') return std::nullopt;
      if (p[0] == '\\') p.remove_prefix(1);
      if (p.empty()) return std::nullopt;
      ends[i] = ends[1] = p[0];
      p.remove_prefix(1);
      if (i == 0 && !p.starts_with('-')) break;
      if (i == 0) p.remove_prefix(1);
    }
    found |= ends[0] <= c && c <= ends[1];
  }
  return SetAnswer{p.substr(1), found != negated};
}

class Reference {
 public:
  Reference(Dialect dialect, std::string_view pattern)
      : dialect_(dialect), pattern_(pattern) {}

  bool matches(std::size_t at, std::string_view text) const {
    if (at == pattern_.size()) return text.empty();
    const char c = pattern_[at];
    if (c == '*') return stars(at, text);
    if (c == '[' && has_sets()) {
      const std::string_view rest = pattern_.substr(at + 1);
      const char next = text.empty() ? 'x' : text[0];
      const Set set = is_go() ? go_set(rest, next) : posix_set(rest, next);
      if (set) {
        const bool slash = dialect_ == Dialect::git_paths && next == '/';
        return !text.empty() && set->contains && !slash &&
               matches(pattern_.size() - set->rest.size(), text.substr(1));
      }
      if (dialect_ != Dialect::shell) return false;
    }
    if (c == '?') {
      return !text.empty() && wild(text[0]) && matches(at + 1, text.substr(1));
    }
    if (c == '\\' && dialect_ != Dialect::wildcard) return escaped(at, text);
    return !text.empty() && text[0] == c && matches(at + 1, text.substr(1));
  }

 private:
  bool is_go() const {
    return dialect_ == Dialect::go || dialect_ == Dialect::ignore;
  }
  bool has_sets() const {
    return dialect_ != Dialect::build && dialect_ != Dialect::wildcard;
  }

  // Whether `?` and `*` stand for it.
  bool wild(char c) const {
    if (dialect_ == Dialect::build) return c != '\n';
    return c != '/' || (dialect_ != Dialect::git_paths && !is_go());
  }

  bool escaped(std::size_t at, std::string_view text) const {
    if (at + 1 == pattern_.size()) return false;
    const char c = pattern_[at + 1];
    if (dialect_ == Dialect::build &&
        std::string_view("}/*?\\").find(c) == std::string_view::npos) {
      return false;
    }
    return !text.empty() && text[0] == c && matches(at + 2, text.substr(1));
  }

  // Any number of characters up to where `wild` ends, or of all of them.
  bool any(std::size_t behind, std::string_view text, bool all) const {
    for (std::size_t size = 0;; ++size) {
      if (matches(behind, text.substr(size))) return true;
      if (size == text.size() || (!all && !wild(text[size]))) return false;
    }
  }

  // Nothing, or anything that ends with a slash.
  bool folders(std::size_t behind, std::string_view text) const {
    if (matches(behind, text)) return true;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '/' && matches(behind, text.substr(i + 1))) return true;
    }
    return false;
  }

  bool stars(std::size_t at, std::string_view text) const {
    if (dialect_ == Dialect::ignore && pattern_.substr(at).starts_with("**")) {
      const bool slash = pattern_.substr(at + 2).starts_with('/');
      const std::size_t behind = at + (slash ? 3 : 2);
      const bool plain = at == 0 && !slash &&
                         pattern_.find_first_of("*?[]\\", 2) == pattern_.npos;
      if (behind == pattern_.size() || plain) return any(behind, text, true);
      return folders(behind, text);
    }
    std::size_t end = at;
    if (dialect_ == Dialect::git_paths) {
      while (end < pattern_.size() && pattern_[end] == '*') ++end;
      const std::string_view rest = pattern_.substr(end);
      const bool alone =
          end - at > 1 && (at == 0 || pattern_[at - 1] == '/') &&
          (rest.empty() || rest[0] == '/' || rest.starts_with("\\/"));
      if (alone && rest.starts_with('/')) return folders(end + 1, text);
      return any(end, text, alone);
    }
    return any(at + 1, text, false);
  }

  Dialect dialect_;
  std::string_view pattern_;
};

}  // namespace

bool reference_matches(Dialect dialect, std::string_view pattern,
                       std::string_view text) {
  return Reference(dialect, pattern).matches(0, text);
}

}  // namespace harden::test
