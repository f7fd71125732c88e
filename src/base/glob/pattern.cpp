#include "base/glob/pattern.h"

#include <algorithm>
#include <utility>

namespace harden::script {
namespace {

bool is_negation(char c) { return c == '!' || c == '^'; }

// Where the set that begins at `open` ends; a `]` that comes first belongs to
// it. npos: the bracket is a character like others.
std::size_t end_of_set(std::string_view text, std::size_t open) {
  std::size_t first = open + 1;
  if (first < text.size() && is_negation(text[first])) ++first;
  return text.find(']', first + 1);
}

}  // namespace

void Pattern::add_literal(std::string_view text) {
  for (const char c : text) items_.push_back({Item::Kind::character, c});
}

void Pattern::add_pattern(std::string_view text) {
  bool may_have_sets = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '*') {
      // `**` says no more than `*`.
      if (items_.empty() || items_.back().kind != Item::Kind::any_many) {
        items_.push_back({Item::Kind::any_many});
      }
      continue;
    }
    if (c == '?') {
      items_.push_back({Item::Kind::any_one});
      continue;
    }
    if (c == '[' && may_have_sets) {
      const std::size_t end = end_of_set(text, at);
      if (end != std::string_view::npos) {
        at = add_set(text, at, end);
        continue;
      }
      // Nor will any later bracket find its end: not looked for again.
      may_have_sets = false;
    }
    if (c == '\\' && at + 1 < text.size()) ++at;
    items_.push_back({Item::Kind::character, text[at]});
  }
}

// Returns `end`. Classes such as [:alpha:] are not worked out: their letters
// stand for themselves.
std::size_t Pattern::add_set(std::string_view text, std::size_t begin,
                             std::size_t end) {
  Item item{Item::Kind::set};
  item.inverted = is_negation(text[begin + 1]);
  for (std::size_t at = begin + (item.inverted ? 2 : 1); at < end; ++at) {
    if (at + 2 < end && text[at + 1] == '-') {
      const unsigned last = static_cast<unsigned char>(text[at + 2]);
      for (unsigned c = static_cast<unsigned char>(text[at]); c <= last; ++c) {
        item.set.set(c);
      }
      at += 2;
    } else {
      item.set.set(static_cast<unsigned char>(text[at]));
    }
  }
  items_.push_back(std::move(item));
  return end;
}

bool Pattern::fits(const Item& item, char c) {
  switch (item.kind) {
    case Item::Kind::character:
      return item.character == c;
    case Item::Kind::set:
      return item.set[static_cast<unsigned char>(c)] != item.inverted;
    default:
      return true;
  }
}

// Follows all ways to match at once, so that `*` never makes it try again and
// one way through a text tells which of its beginnings match.
class Pattern::Run {
 public:
  Run(const std::vector<Item>& items, StepBudget& budget)
      : items_(items), budget_(budget), mark_(items.size() + 1, 0) {
    budget_.spend(items.size() + 1);
    add(0);
  }

  bool accepts() const { return mark_.back() == round_; }
  bool ended() const { return active_.empty() || budget_.exhausted(); }

  void step(char c) {
    budget_.spend(active_.size() + 1);
    std::swap(active_, before_);
    active_.clear();
    ++round_;
    for (const std::size_t place : before_) {
      if (place == items_.size() || !fits(items_[place], c)) continue;
      const bool stays = items_[place].kind == Item::Kind::any_many;
      add(stays ? place : place + 1);
    }
  }

 private:
  // With what may follow for nothing.
  void add(std::size_t place) {
    for (; mark_[place] != round_; ++place) {
      mark_[place] = round_;
      active_.push_back(place);
      if (place == items_.size() ||
          items_[place].kind != Item::Kind::any_many) {
        return;
      }
    }
  }

  const std::vector<Item>& items_;
  StepBudget& budget_;
  std::vector<std::size_t> mark_;  // the round in which a place was come to
  std::vector<std::size_t> active_;
  std::vector<std::size_t> before_;
  std::size_t round_ = 1;
};

std::optional<bool> Pattern::matches(std::string_view text,
                                     StepBudget& budget) const {
  Run run(items_, budget);
  for (const char c : text) {
    if (run.ended()) break;
    run.step(c);
  }
  if (budget.exhausted()) return std::nullopt;
  return run.accepts();
}

PartMatch Pattern::prefix(std::string_view text, bool longest,
                          StepBudget& budget) const {
  PartMatch result;
  Run run(items_, budget);
  for (std::size_t size = 0; !run.ended(); ++size) {
    if (run.accepts()) result.size = size;
    if (size == text.size() || (result.size && !longest)) break;
    run.step(text[size]);
  }
  result.known = !budget.exhausted();
  return result;
}

// The end of a text is the beginning of the reversed one.
PartMatch Pattern::suffix(std::string_view text, bool longest,
                          StepBudget& budget) const {
  budget.spend(items_.size() + text.size());
  Pattern reversed = *this;
  std::ranges::reverse(reversed.items_);
  const std::string from_end(text.rbegin(), text.rend());
  return reversed.prefix(from_end, longest, budget);
}

}  // namespace harden::script
