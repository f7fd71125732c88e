#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/glob/build_pattern.h"
#include "base/glob/git_glob.h"
#include "base/glob/glob.h"
#include "base/glob/go_glob.h"
#include "base/glob/shell_glob.h"
#include "glob_invariants.h"
#include "glob_reference.h"

namespace harden::test {
namespace {

using Answer = std::optional<bool>;

constexpr std::size_t short_pattern = 12;
constexpr std::size_t short_text = 10;

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Answer matches(const std::optional<Glob>& glob, std::string_view text,
               StepBudget& budget) {
  return glob ? glob->matches(text, budget) : false;
}

// Nothing is left only where all of the text matches.
Answer build_matches(std::string_view pattern, std::string_view text) {
  const auto result = remove_pattern(text, pattern, PatternEnd::prefix, true);
  if (result.too_costly || text.empty()) return std::nullopt;
  return result.error.empty() && result.value.empty();
}

ShellGlob shell_glob(std::string_view pattern) {
  ShellGlob glob;
  glob.add_unquoted(pattern);
  return glob;
}

Answer answer(Dialect dialect, std::string_view pattern, std::string_view text,
              StepBudget& budget) {
  switch (dialect) {
    case Dialect::git_paths:
      return matches(git_glob(pattern, GitSlash::separates), text, budget);
    case Dialect::git_names:
      return matches(git_glob(pattern, GitSlash::is_any_byte), text, budget);
    case Dialect::go:
      return matches(go_glob(pattern), text, budget);
    case Dialect::ignore:
      return matches(ignore_glob(pattern), text, budget);
    case Dialect::build:
      return build_matches(pattern, text);
    case Dialect::shell:
      return shell_glob(pattern).matches(text, budget);
    case Dialect::wildcard:
      return matches_wildcard(pattern, text);
  }
  return std::nullopt;
}

void fail(std::string_view what, std::string_view pattern,
          std::string_view text) {
  throw Violation(std::string(what) + ": `" + std::string(pattern) + "` on `" +
                  std::string(text) + "`");
}

// A beginning that is said to match does, and no longer or shorter one.
void check_shell_parts(std::string_view pattern, std::string_view text) {
  const ShellGlob glob = shell_glob(pattern);
  for (const bool longest : {false, true}) {
    for (const bool prefix : {false, true}) {
      StepBudget budget;
      const PartMatch match = prefix ? glob.prefix(text, longest, budget)
                                     : glob.suffix(text, longest, budget);
      if (!match.known) continue;
      std::optional<std::size_t> expected;
      for (std::size_t size = 0; size <= text.size(); ++size) {
        const auto part =
            prefix ? text.substr(0, size) : text.substr(text.size() - size);
        if (glob.matches(part, budget) == true && (longest || !expected)) {
          expected = size;
        }
      }
      if (match.size != expected) fail("another part", pattern, text);
    }
  }
}

void check_against_reference(Dialect dialect, std::string_view pattern,
                             std::string_view text, bool matched) {
  if (pattern.size() > short_pattern || text.size() > short_text) return;
  if (!is_ascii(pattern) || !is_ascii(text)) return;
  const std::string_view both[] = {pattern, text};
  for (const std::string_view it : both) {
    if (it.find('\0') != it.npos) return;  // no path and no script has one
  }
  if (reference_matches(dialect, pattern, text) != matched) {
    fail(matched ? "matches" : "does not match", pattern, text);
  }
}

}  // namespace

void check_glob(const std::string& bytes) {
  if (bytes.empty()) return;
  const auto dialect = static_cast<Dialect>(
      static_cast<unsigned char>(bytes[0]) % static_cast<unsigned>(dialects));
  const std::size_t end = std::min(bytes.find('\n', 1), bytes.size());
  const std::string pattern = bytes.substr(1, end - 1);
  const std::string text = bytes.substr(std::min(end + 1, bytes.size()));
  StepBudget budget(static_cast<std::size_t>(-1));
  const Answer whole = answer(dialect, pattern, text, budget);
  // Two shells may read a pattern differently, and a `**` has three places.
  if (budget.spent() > 4 * (pattern.size() + 2) * (text.size() + 2)) {
    fail("too many steps", pattern, text);
  }
  StepBudget little(100);
  const Answer quick = answer(dialect, pattern, text, little);
  if (quick && quick != whole) fail("another answer", pattern, text);
  if (whole) check_against_reference(dialect, pattern, text, *whole);
  if (dialect == Dialect::shell && text.size() <= 2 * short_text) {
    check_shell_parts(pattern, text);
  }
  if (pattern.find_first_of("*?[\\") != pattern.npos) return;
  if (whole && *whole != (pattern == text)) {
    fail("plain text", pattern, text);
  }
}

}  // namespace harden::test
