#include "image/files/stage_chain.h"

#include <algorithm>

namespace harden {

std::vector<std::size_t> stage_chain(const Document& document,
                                     const Evaluation& evaluation,
                                     std::size_t stage) {
  std::vector<std::size_t> stages{stage};
  while (auto parent = evaluation.parents[stages.back()]) {
    stages.push_back(*parent);
  }
  std::reverse(stages.begin(), stages.end());
  std::vector<std::size_t> result;
  result.reserve(document.instructions.size());
  for (std::size_t it : stages) {
    const Stage& range = document.stages[it];
    for (std::size_t i = range.begin; i < range.end; ++i) result.push_back(i);
  }
  return result;
}

}  // namespace harden
