#include "lint/shell_in_effect.h"

namespace harden::lint_rules {
namespace {

std::vector<std::string> words_of(const Command& command) {
  std::vector<std::string> words;
  for (const Word& it : command.argv) words.push_back(it.value);
  return words;
}

}  // namespace

std::vector<std::string> shell_before(const Subject& subject,
                                      std::size_t instruction) {
  const Stage* stage = subject.stage_of(instruction);
  if (stage == nullptr) return {};
  for (std::size_t i = instruction; i-- > stage->begin;) {
    const Instruction& it = subject.document.instructions[i];
    const auto* command = it.as<Command>();
    if (it.keyword == Keyword::shell && command != nullptr) {
      return words_of(*command);
    }
  }
  const auto at =
      static_cast<std::size_t>(stage - subject.document.stages.data());
  const auto parent = subject.evaluation.parents[at];
  return parent ? subject.evaluation.stages[*parent].shell
                : std::vector<std::string>();
}

}  // namespace harden::lint_rules
