// What `[ … ]`, `test` and `[[ … ]]` answer, as far as their words tell.
#pragma once

#include <string_view>
#include <vector>

#include "base/glob/shell_glob.h"
#include "follow/shell_state.h"
#include "follow/value.h"

namespace harden {

// An operand or operator. In `[[ … ]]` the right side of `==` is a pattern.
struct ConditionWord {
  FieldValue field;
  // Quoted words are never operators.
  bool quoted = false;
  std::optional<ShellGlob> pattern = {};
};

// `extended`: `[[ … ]]`, where `&&`, `||`, `<`, `==` and patterns are known.
// Patterns that cost more than `budget` has left leave it open.
Answer evaluate_condition(const std::vector<ConditionWord>& words,
                          bool extended, StepBudget& budget);

Answer both(Answer left, Answer right);
Answer either(Answer left, Answer right);
Answer opposite(Answer answer);

}  // namespace harden
