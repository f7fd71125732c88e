#include "base/glob/shell_pattern.h"

#include <algorithm>
#include <utility>

#include "base/text/utf8_runes.h"

namespace harden::model {
namespace {

// Enough for any real value; a few milliseconds at most.
constexpr std::size_t kSteps = 4'000'000;

struct PatternItem {
  enum class Kind { literal, any_one, any_many };
  Kind kind = Kind::literal;
  char32_t character = 0;
};

struct CompiledPattern {
  std::vector<PatternItem> items;
  std::string error;
};

// `\}` and `\/` only hide the character from the end of the substitution.
CompiledPattern compile(std::string_view text) {
  CompiledPattern result;
  const std::u32string in = to_characters(text);
  for (std::size_t i = 0; i < in.size(); ++i) {
    char32_t c = in[i];
    if (c == '*') {
      result.items.push_back({PatternItem::Kind::any_many});
      continue;
    }
    if (c == '?') {
      result.items.push_back({PatternItem::Kind::any_one});
      continue;
    }
    if (c == '\\') {
      c = ++i < in.size() ? in[i] : 0;
      if (std::u32string_view(U"}/*?\\").find(c) == std::u32string::npos ||
          c == 0) {
        result.error = "`\\` in the pattern `" + std::string(text) +
                       "` may only precede `*`, `?`, `\\`, `/` or `}`";
        return result;
      }
    }
    result.items.push_back({PatternItem::Kind::literal, c});
  }
  return result;
}

// Follows all ways to match at once, so that `*` never makes it try again.
class ShellPatternMatcher {
 public:
  explicit ShellPatternMatcher(const std::vector<PatternItem>& items)
      : items_(items), mark_(items.size() + 1, 0) {}

  bool exhausted() const { return steps_ > kSteps; }
  std::size_t steps() const { return steps_; }

  // How many characters from `begin` on match; nullopt when none do.
  std::optional<std::size_t> match(std::u32string_view value, std::size_t begin,
                                   bool longest) {
    std::optional<std::size_t> found;
    start();
    for (std::size_t at = begin; !active_.empty() && !exhausted(); ++at) {
      if (accepts()) found = at - begin;
      if ((found && !longest) || at == value.size()) break;
      step(value[at]);
    }
    return found;
  }

 private:
  void start() {
    active_.clear();
    ++round_;
    add(0);
  }

  bool accepts() const { return mark_[items_.size()] == round_; }

  void add(std::size_t state) {
    for (;; ++state) {
      if (mark_[state] == round_) return;
      mark_[state] = round_;
      active_.push_back(state);
      if (state == items_.size() ||
          items_[state].kind != PatternItem::Kind::any_many) {
        return;
      }
    }
  }

  // Wildcards do not match a line feed: they become `.` in a Go regexp.
  void step(char32_t c) {
    steps_ += active_.size() + 1;
    std::swap(active_, before_);
    active_.clear();
    ++round_;
    for (const std::size_t state : before_) {
      if (state == items_.size()) continue;
      const PatternItem& item = items_[state];
      if (item.kind == PatternItem::Kind::literal) {
        if (item.character == c) add(state + 1);
      } else if (c != '\n') {
        add(item.kind == PatternItem::Kind::any_many ? state : state + 1);
      }
    }
  }

  const std::vector<PatternItem>& items_;
  std::vector<std::size_t> mark_;  // the round in which a state was added
  std::vector<std::size_t> active_;
  std::vector<std::size_t> before_;
  std::size_t round_ = 0;
  std::size_t steps_ = 0;
};

Substituted gave_up(const ShellPatternMatcher& matcher) {
  return {.too_costly = true, .steps = matcher.steps()};
}

struct PatternMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::optional<PatternMatch> find(ShellPatternMatcher& matcher,
                                 std::u32string_view value, std::size_t from) {
  for (std::size_t at = from; at <= value.size(); ++at) {
    if (auto size = matcher.match(value, at, true)) return {{at, at + *size}};
    if (matcher.exhausted()) break;
  }
  return std::nullopt;
}

// Regexp.ReplaceAllString reads `$0` in the replacement as the match, `$$` as
// a dollar and any other name as nothing.
std::u32string filled_in(std::u32string_view replacement,
                         std::u32string_view match) {
  std::u32string result;
  const auto is_name = [](char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || c == '_';
  };
  for (std::size_t i = 0; i < replacement.size(); ++i) {
    if (replacement[i] != '$' || i + 1 == replacement.size()) {
      result.push_back(replacement[i]);
      continue;
    }
    const bool braces = replacement[i + 1] == '{';
    const std::size_t begin = i + (braces ? 2 : 1);
    std::size_t end = begin;
    while (end < replacement.size() && is_name(replacement[end])) ++end;
    const bool closed =
        !braces || (end < replacement.size() && replacement[end] == '}');
    if (replacement[i + 1] == '$') {
      result.push_back('$');
      ++i;
    } else if (end == begin || !closed) {
      result.push_back('$');
    } else {
      if (replacement.substr(begin, end - begin) == U"0") result += match;
      i = braces ? end : end - 1;
    }
  }
  return result;
}

// The loop of Go's Regexp.replaceAll: an empty match right behind another
// match does not count.
Substituted replace_all(ShellPatternMatcher& matcher, std::u32string_view value,
                        std::u32string_view replacement, std::size_t limit) {
  std::u32string result;
  std::size_t copied = 0;
  for (std::size_t from = 0; from <= value.size();) {
    const auto match = find(matcher, value, from);
    if (!match) break;
    result += value.substr(copied, match->begin - copied);
    if (match->end > copied || match->begin == 0) {
      result += filled_in(
          replacement, value.substr(match->begin, match->end - match->begin));
    }
    if (result.size() > limit) return gave_up(matcher);
    copied = match->end;
    from = std::max(from + 1, match->end);
  }
  if (matcher.exhausted()) return gave_up(matcher);
  result += value.substr(copied);
  return {.value = to_bytes(result), .steps = matcher.steps()};
}

}  // namespace

Substituted remove_pattern(std::string_view value, std::string_view pattern,
                           PatternEnd end, bool longest) {
  CompiledPattern compiled = compile(pattern);
  if (!compiled.error.empty()) return {.error = compiled.error};
  std::u32string text = to_characters(value);
  // The shortest suffix is the shortest prefix of the reversed text.
  if (end == PatternEnd::suffix) {
    std::reverse(text.begin(), text.end());
    std::reverse(compiled.items.begin(), compiled.items.end());
  }
  ShellPatternMatcher matcher(compiled.items);
  const auto size = matcher.match(text, 0, longest);
  if (matcher.exhausted()) return gave_up(matcher);
  if (size) text.erase(0, *size);
  if (end == PatternEnd::suffix) std::reverse(text.begin(), text.end());
  return {.value = to_bytes(text), .steps = matcher.steps()};
}

Substituted replace_pattern(std::string_view value, std::string_view pattern,
                            std::string_view replacement, bool all,
                            std::size_t limit) {
  const CompiledPattern compiled = compile(pattern);
  if (!compiled.error.empty()) return {.error = compiled.error};
  std::u32string text = to_characters(value);
  const std::u32string with = to_characters(replacement);
  ShellPatternMatcher matcher(compiled.items);
  if (all) return replace_all(matcher, text, with, limit);
  const auto match = find(matcher, text, 0);
  if (matcher.exhausted()) return gave_up(matcher);
  if (match) text.replace(match->begin, match->end - match->begin, with);
  return {.value = to_bytes(text), .steps = matcher.steps()};
}

}  // namespace harden::model
