#include "analysis/stage_chain.h"

#include <algorithm>
#include <optional>

namespace harden {
namespace {

// The stage that a FROM builds on; FROM compares names as written.
std::optional<std::size_t> parent(const Document& document, std::size_t stage) {
  const auto* from =
      document.instructions[document.stages[stage].begin].as<From>();
  if (from == nullptr) return std::nullopt;
  for (std::size_t i = stage; i-- > 0;) {
    if (document.stages[i].name == from->image.value) return i;
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::size_t> stage_chain(const Document& document,
                                     const Evaluation&, std::size_t stage) {
  std::vector<std::size_t> stages{stage};
  while (auto next = parent(document, stages.back())) stages.push_back(*next);
  std::reverse(stages.begin(), stages.end());
  std::vector<std::size_t> result;
  for (std::size_t it : stages) {
    const Stage& range = document.stages[it];
    for (std::size_t i = range.begin; i < range.end; ++i) result.push_back(i);
  }
  return result;
}

}  // namespace harden
