#include "base/glob/glob.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text/find_any.h"
#include "base/text/utf8.h"

namespace harden {

void Glob::add_character(char32_t c) {
  parts_.push_back({Kind::character, c});
  ++needed_;
}

void Glob::add_text(std::string_view text) {
  while (!text.empty()) add_character(take(text));
}

void Glob::add_any(char32_t but) {
  parts_.push_back({Kind::any, but});
  ++needed_;
}

void Glob::add_many(char32_t but) {
  // `**` says no more than `*`.
  const bool repeats = !parts_.empty() && parts_.back().kind == Kind::many &&
                       parts_.back().value == but;
  if (!repeats) parts_.push_back({Kind::many, but});
}

void Glob::add_set(CharacterSet set) {
  set.finish();
  parts_.push_back({Kind::set, static_cast<char32_t>(sets_.size())});
  sets_.push_back(std::move(set));
  ++needed_;
}

void Glob::add_folders() {
  parts_.push_back({Kind::maybe, 0});
  parts_.push_back({Kind::many, CharacterSet::none});
  parts_.push_back({Kind::slash, U'/'});
}

char32_t Glob::take(std::string_view& text) const {
  if (unit_ == Unit::code_point) return take_character(text);
  const auto byte = static_cast<unsigned char>(text.front());
  text.remove_prefix(1);
  return byte;
}

bool Glob::fits(const Part& part, char32_t c) const {
  switch (part.kind) {
    case Kind::character:
    case Kind::slash:
      return c == part.value;
    case Kind::any:
    case Kind::many:
      return c != part.value;
    case Kind::set:
      return sets_[part.value].contains(c);
    case Kind::maybe:
      return false;
  }
  return false;
}

// The places in the pattern that the text so far can have reached.
class Glob::Run {
 public:
  Run(const Glob& glob, StepBudget& budget)
      : glob_(glob), budget_(budget), mark_(glob.parts_.size() + 1, 0) {
    budget_.spend(mark_.size());
  }

  void start(std::size_t place) {
    here_.clear();
    ++round_;
    reach(place);
  }

  bool accepts() const { return mark_.back() == round_; }
  bool ended() const { return here_.empty() || budget_.exhausted(); }

  void step(char32_t c) {
    budget_.spend(here_.size() + 1);
    std::swap(here_, before_);
    here_.clear();
    ++round_;
    for (const std::size_t place : before_) {
      const Part& part = glob_.parts_[place];
      if (glob_.fits(part, c)) {
        reach(part.kind == Kind::many ? place : place + 1);
      }
    }
  }

  // How many characters match from the beginning on.
  std::optional<std::size_t> prefix(std::u32string_view text, bool longest) {
    std::optional<std::size_t> found;
    start(0);
    for (std::size_t size = 0;; ++size) {
      if (accepts()) found = size;
      if (ended() || size == text.size() || (found && !longest)) return found;
      step(text[size]);
    }
  }

 private:
  // Together with what lies behind parts that may stand for nothing.
  void reach(std::size_t place) {
    while (mark_[place] != round_) {
      mark_[place] = round_;
      if (place == glob_.parts_.size()) return;
      const Kind kind = glob_.parts_[place].kind;
      if (kind == Kind::maybe) {
        reach(place + 1);  // comes no deeper: behind it is a `/`
        place += 3;
        continue;
      }
      here_.push_back(place);
      if (kind != Kind::many) return;
      ++place;
    }
  }

  const Glob& glob_;
  StepBudget& budget_;
  std::vector<std::size_t> mark_;  // the round in which a place was reached
  std::vector<std::size_t> here_;
  std::vector<std::size_t> before_;
  std::size_t round_ = 0;
};

bool Glob::matches(std::string_view text) const {
  StepBudget unlimited(static_cast<std::size_t>(-1));
  return matches(text, unlimited).value_or(false);
}

// Where the pattern ends with text, the other end of bytes is quick to see.
bool Glob::may_end(std::string_view text) const {
  for (std::size_t i = parts_.size(); i > 0; --i) {
    if (parts_[i - 1].kind != Kind::character) return true;
    if (static_cast<unsigned char>(text.back()) != parts_[i - 1].value) {
      return false;
    }
    text.remove_suffix(1);
  }
  return true;
}

// Most patterns begin or end with text, and most texts do otherwise.
std::optional<bool> Glob::matches(std::string_view text,
                                  StepBudget& budget) const {
  if (needed_ > text.size()) return false;
  if (unit_ == Unit::byte && !may_end(text)) return false;
  std::size_t plain = 0;
  for (; plain < parts_.size(); ++plain) {
    if (parts_[plain].kind != Kind::character) break;
    if (text.empty() || take(text) != parts_[plain].value) return false;
  }
  if (plain == parts_.size()) return text.empty();
  Run run(*this, budget);
  run.start(plain);
  while (!text.empty() && !run.ended()) run.step(take(text));
  if (budget.exhausted()) return std::nullopt;
  return text.empty() && run.accepts();
}

PartMatch Glob::prefix(std::u32string_view text, bool longest,
                       StepBudget& budget) const {
  const auto size = Run(*this, budget).prefix(text, longest);
  return {!budget.exhausted(), size};
}

// The end of a text is the beginning of the reversed one.
PartMatch Glob::suffix(std::u32string_view text, bool longest,
                       StepBudget& budget) const {
  budget.spend(parts_.size() + text.size());
  Glob reversed = *this;
  std::ranges::reverse(reversed.parts_);
  return reversed.prefix(std::u32string(text.rbegin(), text.rend()), longest,
                         budget);
}

std::optional<PlaceMatch> Glob::find(std::u32string_view text, std::size_t from,
                                     StepBudget& budget) const {
  Run run(*this, budget);
  for (std::size_t at = from; at <= text.size(); ++at) {
    const auto size = run.prefix(text.substr(at), true);
    if (budget.exhausted()) break;
    if (size) return {{at, at + *size}};
  }
  return std::nullopt;
}

bool is_wildcard(std::string_view text) {
  return find_any_of(text, "*?") != std::string_view::npos;
}

// Only the last `*` may have to take more: whatever comes behind the others
// was found as early as it can be.
bool matches_wildcard(std::string_view pattern, std::string_view text) {
  std::size_t at = 0;
  std::size_t begin = 0;  // of what the pattern goes on with, in the text
  std::optional<std::size_t> star;
  for (std::size_t i = 0; i < text.size();) {
    const char next = at < pattern.size() ? pattern[at] : '\0';
    if (at < pattern.size() && next == '*') {
      if (at + 1 == pattern.size()) return true;
      star = at++;
      begin = i;
    } else if (at < pattern.size() && (next == '?' || next == text[i])) {
      ++at;
      ++i;
    } else if (star) {
      at = *star + 1;
      i = ++begin;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', at) == pattern.npos;
}

}  // namespace harden
