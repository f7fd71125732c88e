#include "base/glob/shell_glob.h"

#include <algorithm>
#include <utility>

#include "base/glob/character_set.h"

namespace harden {
namespace {

// Each costs a look through the rest of the pattern.
constexpr int most_open_brackets = 16;

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::u32string bytes_of(std::string_view text) {
  std::u32string result;
  for (const char c : text) result += static_cast<unsigned char>(c);
  return result;
}

// A pattern as one of the shells has it.
class ShellReading {
 public:
  ShellReading(std::string_view pattern, bool caret)
      : pattern_(pattern), caret_(caret) {
    while (at_ < pattern_.size()) add_next();
  }

  const Glob& glob() const { return glob_; }
  bool disputed() const { return disputed_; }
  bool has_caret() const { return has_caret_; }
  // Whether a byte or a code point is taken hangs on the locale.
  bool takes_one() const { return takes_one_; }

 private:
  bool is_next(char c) const {
    return at_ + 1 < pattern_.size() && pattern_[at_ + 1] == c;
  }

  void add_next() {
    const char c = pattern_[at_];
    // `@(a|b)`: only where bash is told to, and in ksh.
    disputed_ |= is_next('(') &&
                 std::string_view("?*+@!").find(c) != std::string_view::npos;
    if (c == '[' && add_set()) return;
    if (c == '*') {
      glob_.add_many();
    } else if (c == '?') {
      glob_.add_any();
      takes_one_ = true;
    } else {
      if (c == '\\' && at_ + 1 < pattern_.size()) {
        ++at_;
      } else {
        disputed_ |= c == '\\';
      }
      glob_.add_text(pattern_.substr(at_, 1));
    }
    ++at_;
  }

  // One that is never closed is a character like others.
  bool add_set() {
    has_caret_ |= is_next('^');
    if (open_ == most_open_brackets) disputed_ = true;
    if (disputed_) return false;
    Bracket bracket = read_bracket(pattern_, at_, caret_);
    disputed_ |= bracket.disputed || bracket.unknown_class;
    if (bracket.end == 0) {
      ++open_;
      return false;
    }
    glob_.add_set(std::move(bracket.set));
    takes_one_ = true;
    at_ = bracket.end;
    return true;
  }

  std::string_view pattern_;
  bool caret_;
  std::size_t at_ = 0;
  int open_ = 0;  // brackets
  Glob glob_{Glob::Unit::byte};
  bool disputed_ = false;
  bool has_caret_ = false;
  bool takes_one_ = false;
};

}  // namespace

void ShellGlob::add_quoted(std::string_view text) {
  for (const char c : text) {
    pattern_ += '\\';
    pattern_ += c;
  }
}

void ShellGlob::add_unquoted(std::string_view text) {
  // A backslash at its end hides nothing that comes from elsewhere.
  const std::size_t last = text.find_last_not_of('\\');
  const std::size_t slashes =
      last == text.npos ? text.size() : text.size() - last - 1;
  disputed_ |= slashes % 2 == 1;
  pattern_ += text;
}

// What comes out for all shells; nothing is known by default.
template <typename Compare>
auto ShellGlob::agreed(std::string_view text, StepBudget& budget,
                       Compare compare) const {
  using Result = decltype(compare(std::declval<const Glob&>()));
  const auto is_open = [&](const ShellReading& reading) {
    budget.spend(pattern_.size() + 1);
    return reading.disputed() || (reading.takes_one() && !is_ascii(text));
  };
  const ShellReading bash(pattern_, true);
  if (disputed_ || is_open(bash)) return Result{};
  const Result result = compare(bash.glob());
  if (!bash.has_caret() || caret_ == Caret::negates) return result;
  const ShellReading dash(pattern_, false);
  if (is_open(dash) || compare(dash.glob()) != result) return Result{};
  return result;
}

std::optional<bool> ShellGlob::matches(std::string_view text,
                                       StepBudget& budget) const {
  return agreed(text, budget,
                [&](const Glob& glob) { return glob.matches(text, budget); });
}

PartMatch ShellGlob::prefix(std::string_view text, bool longest,
                            StepBudget& budget) const {
  return agreed(text, budget, [&](const Glob& glob) {
    return glob.prefix(bytes_of(text), longest, budget);
  });
}

PartMatch ShellGlob::suffix(std::string_view text, bool longest,
                            StepBudget& budget) const {
  return agreed(text, budget, [&](const Glob& glob) {
    return glob.suffix(bytes_of(text), longest, budget);
  });
}

}  // namespace harden
