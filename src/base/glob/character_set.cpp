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

}  // namespace harden
