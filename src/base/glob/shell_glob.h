// Patterns of the shell (POSIX XCU 2.13), as in `case`, `[[ … == … ]]` and
// `${NAME#…}`: `*`, `?`, `[…]`, and a backslash that takes what follows as it
// is.
//
// sh is another program on each system, and the locale is not known either. So
// the answer is what bash, dash and busybox agree on, and "not known" where
// they do not: about what is not ASCII, `[^…]`, `[=a=]`, `@(…)` and the like.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/glob/glob.h"

namespace harden {

class ShellGlob {
 public:
  // `[^a]` negates everywhere but in dash, and perhaps in what is called sh.
  enum class Caret : std::uint8_t { not_known, negates };
  explicit ShellGlob(Caret caret = Caret::not_known) : caret_(caret) {}

  // --- Put together from the parts of a word. What is quoted stands for
  // itself, what is not is a pattern.
  void add_quoted(std::string_view text);
  void add_unquoted(std::string_view text);

  // nullopt where nobody knows, or the budget ended.
  std::optional<bool> matches(std::string_view text, StepBudget& budget) const;
  // The shortest or longest matching beginning or end; sizes in bytes.
  PartMatch prefix(std::string_view text, bool longest,
                   StepBudget& budget) const;
  PartMatch suffix(std::string_view text, bool longest,
                   StepBudget& budget) const;

 private:
  template <typename Compare>
  auto agreed(std::string_view text, StepBudget& budget, Compare compare) const;

  Caret caret_;
  std::string pattern_;  // as written without quotes
  bool disputed_ = false;
};

}  // namespace harden
