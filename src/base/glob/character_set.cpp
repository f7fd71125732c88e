#include "base/glob/character_set.h"

#include <algorithm>
#include <iterator>

namespace harden {
namespace {

// Pairs of first and last.
struct CharacterClass {
  std::string_view name;
  std::string_view ranges;
};
constexpr CharacterClass character_classes[] = {
    {"alnum", "09AZaz"},   {"alpha", "AZaz"},
    {"blank", "\t\t  "},   {"cntrl", "\x01\x1f\x7f\x7f"},
    {"digit", "09"},       {"graph", "!~"},
    {"lower", "az"},       {"print", " ~"},
    {"punct", "!/:@[`{~"}, {"space", "\t\r  "},
    {"upper", "AZ"},       {"xdigit", "09AFaf"},
};

class BracketReader {
 public:
  BracketReader(std::string_view pattern, std::size_t at)
      : pattern_(pattern), at_(at + 1) {}

  Bracket read(bool caret) {
    const bool negated = next() == '!' || (caret && next() == '^');
    if (negated) ++at_;
    do {
      if (!add_member()) return std::move(result_);
    } while (next() != ']');
    result_.end = at_ + 1;
    if (negated) result_.set.invert();
    return std::move(result_);
  }

 private:
  // NUL, which no pattern holds, at the end.
  char next(std::size_t ahead = 0) const {
    return at_ + ahead < pattern_.size() ? pattern_[at_ + ahead] : '\0';
  }

  // False where the bracket is never closed.
  bool add_member() {
    if (next() == '[' && next(1) == ':') {
      const auto end = pattern_.find(']', at_ + 2);
      if (end == pattern_.npos) return false;
      if (end > at_ + 2 && pattern_[end - 1] == ':') return add_class(end);
    }
    const bool is_range =
        next() == '-' && low_ != '\0' && next(1) != '\0' && next(1) != ']';
    if (is_range) ++at_;
    result_.disputed |= next() == '[' && std::string_view(":.=").find(
                                             next(1)) != std::string_view::npos;
    if (next() == '\\') ++at_;
    const char member = next();
    if (member == '\0') return false;
    ++at_;
    add_range(is_range ? low_ : member, member);
    // The end of a range begins no other one.
    low_ = is_range ? '\0' : member;
    return true;
  }

  void add_range(char first, char last) {
    const auto low = static_cast<unsigned char>(first);
    const auto high = static_cast<unsigned char>(last);
    result_.disputed |= low > high;
    result_.set.add(low, high);
  }

  // `[:alpha:]`; `end` is its bracket.
  bool add_class(std::size_t end) {
    const auto name = pattern_.substr(at_ + 2, end - at_ - 3);
    if (!result_.set.add_class(name)) result_.unknown_class = true;
    at_ = end + 1;
    low_ = '\0';
    return true;
  }

  std::string_view pattern_;
  std::size_t at_;
  char low_ = '\0';  // what a range may begin with
  Bracket result_;
};

}  // namespace

void CharacterSet::add(char32_t first, char32_t last) {
  if (first <= last) ranges_.push_back({first, last});
}

bool CharacterSet::add_class(std::string_view name) {
  const auto* const found =
      std::ranges::find(character_classes, name, &CharacterClass::name);
  if (found == std::end(character_classes)) return false;
  for (std::size_t i = 0; i < found->ranges.size(); i += 2) {
    add(static_cast<unsigned char>(found->ranges[i]),
        static_cast<unsigned char>(found->ranges[i + 1]));
  }
  return true;
}

void CharacterSet::finish() {
  std::ranges::sort(ranges_, {}, &Range::first);
  std::vector<Range> apart;
  for (const Range& it : ranges_) {
    if (!apart.empty() && it.first <= apart.back().last) {
      apart.back().last = std::max(apart.back().last, it.last);
    } else {
      apart.push_back(it);
    }
  }
  ranges_ = std::move(apart);
}

bool CharacterSet::contains(char32_t c) const {
  if (c == left_out_) return false;
  const auto behind = std::ranges::upper_bound(ranges_, c, {}, &Range::first);
  const bool inside = behind != ranges_.begin() && c <= std::prev(behind)->last;
  return inside != inverted_;
}

Bracket read_bracket(std::string_view pattern, std::size_t at, bool caret) {
  return BracketReader(pattern, at).read(caret);
}

}  // namespace harden
