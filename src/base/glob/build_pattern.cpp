#include "base/glob/build_pattern.h"

#include <algorithm>
#include <utility>

#include "base/glob/glob.h"
#include "base/text/utf8.h"

namespace harden {
namespace {

// `\}` and `\/` only hide the character from the end of the substitution.
// Wildcards do not match a line feed: they become `.` in a Go regexp. nullopt
// for what the engine refuses.
std::optional<Glob> build_glob(std::string_view pattern) {
  Glob result(Glob::Unit::code_point);
  while (!pattern.empty()) {
    char32_t c = take_character(pattern);
    if (c == '*') {
      result.add_many('\n');
    } else if (c == '?') {
      result.add_any('\n');
    } else {
      if (c == '\\') {
        if (pattern.find_first_of("}/*?\\") != 0) return std::nullopt;
        c = take_character(pattern);
      }
      result.add_character(c);
    }
  }
  return result;
}

Substituted refused(std::string_view pattern) {
  return {.error = "`\\` in the pattern `" + std::string(pattern) +
                   "` may only precede `*`, `?`, `\\`, `/` or `}`"};
}

Substituted gave_up(const StepBudget& budget) {
  return {.too_costly = true, .steps = budget.spent()};
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
Substituted replace_all(const Glob& glob, std::u32string_view value,
                        std::u32string_view replacement, std::size_t limit) {
  StepBudget budget;
  std::u32string result;
  std::size_t copied = 0;
  for (std::size_t from = 0; from <= value.size();) {
    const auto match = glob.find(value, from, budget);
    if (!match) break;
    result += value.substr(copied, match->begin - copied);
    if (match->end > copied || match->begin == 0) {
      result += filled_in(
          replacement, value.substr(match->begin, match->end - match->begin));
    }
    if (result.size() > limit) return gave_up(budget);
    copied = match->end;
    from = std::max(from + 1, match->end);
  }
  if (budget.exhausted()) return gave_up(budget);
  result += value.substr(copied);
  return {.value = to_bytes(result), .steps = budget.spent()};
}

}  // namespace

Substituted remove_pattern(std::string_view value, std::string_view pattern,
                           PatternEnd end, bool longest) {
  const auto glob = build_glob(pattern);
  if (!glob) return refused(pattern);
  std::u32string text = to_characters(value);
  StepBudget budget;
  const bool suffix = end == PatternEnd::suffix;
  const PartMatch match = suffix ? glob->suffix(text, longest, budget)
                                 : glob->prefix(text, longest, budget);
  if (!match.known) return gave_up(budget);
  const std::size_t size = match.size.value_or(0);
  text.erase(suffix ? text.size() - size : 0, size);
  return {.value = to_bytes(text), .steps = budget.spent()};
}

Substituted replace_pattern(std::string_view value, std::string_view pattern,
                            std::string_view replacement, bool all,
                            std::size_t limit) {
  const auto glob = build_glob(pattern);
  if (!glob) return refused(pattern);
  std::u32string text = to_characters(value);
  const std::u32string with = to_characters(replacement);
  if (all) return replace_all(*glob, text, with, limit);
  StepBudget budget;
  const auto match = glob->find(text, 0, budget);
  if (budget.exhausted()) return gave_up(budget);
  if (match) text.replace(match->begin, match->end - match->begin, with);
  return {.value = to_bytes(text), .steps = budget.spent()};
}

}  // namespace harden
