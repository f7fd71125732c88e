#include "base/glob/wild_pattern.h"

#include <algorithm>

#include "base/glob/byte_set.h"

namespace harden::cli {
namespace {

// How a place in the pattern was come to; 0 for not at all.
constexpr char inside = 1;        // of `**`, or behind it
constexpr char reached_anew = 2;  // with all that may follow for nothing

constexpr std::string_view special = "*?[\\";

// Whether `**` stands for whole folders: alone between two slashes.
bool is_alone(std::string_view pattern, std::size_t begin, std::size_t end) {
  if (begin > 0 && pattern[begin - 1] != '/') return false;
  const std::string_view rest = pattern.substr(end);
  return rest.empty() || rest.starts_with('/') || rest.starts_with("\\/");
}

}  // namespace

std::size_t plain_length(std::string_view pattern) {
  return std::min(pattern.find_first_of(special), pattern.size());
}

WildPattern::WildPattern(std::string_view pattern, Slash slash)
    : slash_(slash) {
  for (std::size_t at = 0; at < pattern.size() && !is_broken_;) {
    const char c = pattern[at];
    if (c == '*') {
      add_stars(pattern, at);
    } else if (c == '[') {
      add_set(pattern, at);
    } else if (c == '?') {
      parts_.push_back({Kind::any});
      ++at;
    } else {
      if (c == '\\') ++at;
      is_broken_ = at == pattern.size();
      if (!is_broken_) parts_.push_back({Kind::literal, pattern[at++]});
    }
  }
}

void WildPattern::add_stars(std::string_view pattern, std::size_t& at) {
  const std::size_t begin = at;
  while (at < pattern.size() && pattern[at] == '*') ++at;
  const bool folders = slash_ == Slash::separates && at - begin > 1 &&
                       is_alone(pattern, begin, at);
  Part part{folders ? Kind::folders : Kind::star};
  if (folders && pattern.substr(at).starts_with('/')) part.may_skip = true;
  parts_.push_back(part);
}

void WildPattern::add_set(std::string_view pattern, std::size_t& at) {
  auto set = read_byte_set(pattern, at);
  is_broken_ = !set;
  if (is_broken_) return;
  if (slash_ == Slash::separates) set->reset('/');
  Part part{Kind::one_of};
  part.set = static_cast<std::uint32_t>(sets_.size());
  parts_.push_back(part);
  sets_.push_back(*set);
}

bool WildPattern::accepts(const Part& part, char c) const {
  switch (part.kind) {
    case Kind::literal:
      return c == part.literal;
    case Kind::any:
    case Kind::star:
      return slash_ == Slash::is_any_byte || c != '/';
    case Kind::folders:
      return true;
    case Kind::one_of:
      return sets_[part.set].test(static_cast<unsigned char>(c));
  }
  return false;
}

// Together with what lies behind parts that may stand for nothing. Inside of
// `**` nobody arrives here again: there `**/` ends with a slash.
void WildPattern::reach(std::vector<char>& places, std::size_t at) const {
  while (places[at] != reached_anew) {
    places[at] = reached_anew;
    if (at == parts_.size() || !is_stars(parts_[at])) return;
    if (parts_[at].may_skip && places[at + 1] == 0) places[at + 1] = inside;
    at += parts_[at].may_skip ? 2 : 1;
  }
}

// The part took one byte more.
void WildPattern::step(std::vector<char>& next, std::size_t at) const {
  if (!is_stars(parts_[at])) return reach(next, at + 1);
  if (next[at] == 0) next[at] = inside;
  if (next[at + 1] == 0) next[at + 1] = inside;
}

// All places in the pattern that the text so far can have reached are kept at
// once: no pattern takes more than its length times the text's.
bool WildPattern::matches(std::string_view text) const {
  if (is_broken_) return false;
  const std::size_t end = parts_.size();
  std::vector<char> here(end + 1, 0);
  std::vector<char> next(end + 1, 0);
  reach(here, 0);
  for (const char c : text) {
    std::fill(next.begin(), next.end(), 0);
    for (std::size_t i = 0; i < end; ++i) {
      if (here[i] != 0 && accepts(parts_[i], c)) step(next, i);
    }
    here.swap(next);
  }
  return here[end] != 0;
}

}  // namespace harden::cli
