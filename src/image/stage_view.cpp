#include "image/stage_view.h"

#include <algorithm>

#include "dockerfile/model/run_script.h"

namespace harden {

const std::vector<SimpleCommand>& StageView::commands_of(
    std::size_t instruction) const {
  return run_script(evaluation, instruction).commands;
}

std::string StageView::line_of(std::size_t instruction) const {
  const Span span = document.instructions[instruction].span;
  return "line " + std::to_string(document.source->position(span.begin).line);
}

std::vector<std::size_t> StageView::chain() const {
  if (document.stages.empty()) return {};
  std::vector<std::size_t> stages{index};
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

std::optional<std::size_t> StageView::health_check() const {
  std::optional<std::size_t> last;
  for (const std::size_t i : chain()) {
    if (instruction(i).as<Healthcheck>() != nullptr) last = i;
  }
  return last;
}

StageView StageView::of(std::size_t instruction) const {
  const auto behind = std::upper_bound(
      document.stages.begin(), document.stages.end(), instruction,
      [](std::size_t at, const Stage& it) { return at < it.begin; });
  const auto count = behind - document.stages.begin();
  return at(count == 0 ? 0 : static_cast<std::size_t>(count - 1));
}

}  // namespace harden
