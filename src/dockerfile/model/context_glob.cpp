#include "dockerfile/model/context_glob.h"

#include <algorithm>
#include <cstddef>

#include "base/text/paths.h"

namespace harden {
namespace {

// A context may hold a whole repository; more than this is not looked at.
constexpr std::size_t most_entries = 20000;

// One character of a pattern, a class, or `?`.
struct GlobPiece {
  std::size_t size = 0;  // in the pattern; 0 for one that is not valid
  bool accepts = false;
};

GlobPiece read_class(std::string_view pattern, char c) {
  std::size_t at = 1;
  const bool negated = pattern.substr(at).starts_with('^');
  if (negated) ++at;
  bool inside = false;
  for (bool first = true;; first = false) {
    if (at >= pattern.size()) return {};
    if (pattern[at] == ']' && !first) break;
    auto take = [&] {
      if (pattern[at] == '\\' && at + 1 < pattern.size()) ++at;
      return pattern[at++];
    };
    const char low = take();
    char high = low;
    if (at + 1 < pattern.size() && pattern[at] == '-') {
      ++at;
      high = take();
    }
    inside |= low <= c && c <= high;
  }
  return {at + 1, inside != negated};
}

GlobPiece read_piece(std::string_view pattern, char c) {
  if (pattern.front() == '[') {
    GlobPiece piece = read_class(pattern, c);
    piece.accepts &= c != '/';
    return piece;
  }
  if (pattern.front() == '?') return {1, c != '/'};
  if (pattern.front() == '\\') {
    return pattern.size() < 2 ? GlobPiece{} : GlobPiece{2, pattern[1] == c};
  }
  return {1, pattern.front() == c};
}

}  // namespace

bool is_path_pattern(std::string_view path) {
  return path.find_first_of("*?[\\") != std::string_view::npos;
}

// Only the last `*` ever needs another try, and none is tried across a `/`, so
// the cost is bounded by the product of both lengths.
bool matches_path(std::string_view pattern, std::string_view path) {
  std::size_t at = 0;
  std::size_t in_path = 0;
  std::size_t star = std::string_view::npos;
  std::size_t star_path = 0;
  while (in_path < path.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      star_path = in_path;
      continue;
    }
    const GlobPiece piece = at < pattern.size()
                                ? read_piece(pattern.substr(at), path[in_path])
                                : GlobPiece{1, false};
    if (piece.size == 0) return false;
    if (piece.accepts) {
      at += piece.size;
      ++in_path;
    } else if (star != std::string_view::npos && path[star_path] != '/') {
      at = star + 1;
      in_path = ++star_path;
    } else {
      return false;
    }
  }
  while (at < pattern.size() && pattern[at] == '*') ++at;
  return at == pattern.size();
}

std::vector<std::string> context_matches(const BuildContext& context,
                                         std::string_view source) {
  const std::string rooted = model::absolute_path("/", source);
  const std::string pattern = rooted == "/" ? "." : rooted.substr(1);
  if (!is_path_pattern(pattern)) return {pattern};
  // Nothing above the first pattern needs to be gone through.
  const std::size_t first = pattern.find_first_of("*?[\\");
  const std::size_t slash = pattern.rfind('/', first);
  const std::string folder =
      slash == std::string::npos ? "." : pattern.substr(0, slash);
  std::vector<std::string> result;
  for (const ContextEntry& it : context.list(folder, most_entries)) {
    if (matches_path(pattern, it.path)) result.push_back(it.path);
  }
  return result;
}

}  // namespace harden
