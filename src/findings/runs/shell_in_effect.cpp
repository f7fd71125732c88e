#include "findings/runs/shell_in_effect.h"

#include <algorithm>

namespace harden::rule {

ShellsInEffect::ShellsInEffect(const Subject& subject) : subject_(subject) {
  const auto& all = subject.document.instructions;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool sets =
        all[i].keyword == Keyword::shell && all[i].as<Command>() != nullptr;
    if (sets) settings_.push_back(i);
  }
}

std::vector<std::string> ShellsInEffect::before(std::size_t instruction) const {
  const Stage* stage = subject_.stage_of(instruction);
  if (stage == nullptr) return {};
  const auto next =
      std::lower_bound(settings_.begin(), settings_.end(), instruction);
  if (next != settings_.begin() && *(next - 1) > stage->begin) {
    const Instruction& it = subject_.instruction(*(next - 1));
    std::vector<std::string> words;
    for (const Word& word : it.as<Command>()->argv) {
      words.push_back(word.value);
    }
    return words;
  }
  const auto at =
      static_cast<std::size_t>(stage - subject_.document.stages.data());
  const auto parent = subject_.evaluation.parents[at];
  return parent ? subject_.evaluation.stages[*parent].shell
                : std::vector<std::string>();
}

}  // namespace harden::rule
