#include "rewrite/scratch/scratch_subject.h"

#include <set>
#include <utility>

namespace harden {

ScratchSubject::ScratchSubject(const Revision& file,
                               const RewriteOptions& the_options)
    : StageView(file.stage()),
      user(file.user()),
      options(the_options),
      config(image_config(*this)),
      start(file.start().program()),
      image_start_(file.start()),
      trace_(*this) {}

const CopiedContext& ScratchSubject::context_of(std::size_t stage) {
  const auto found = contexts_.find(stage);
  if (found != contexts_.end()) return found->second;
  return contexts_.emplace(stage, copied_context(at(stage))).first->second;
}

std::vector<std::size_t> ScratchSubject::reached_stages() const {
  std::set<std::size_t> result{index};
  for (const std::size_t i : chain()) {
    const auto* from = document.instructions[i].flag("from");
    if (from == nullptr || !from->value) continue;
    if (const auto it = trace_.stage_of_copy(from->value->value)) {
      result.insert(*it);
    }
  }
  return {result.begin(), result.end()};
}

NotScratch ScratchSubject::refuse(Span span, std::string message,
                                  std::string help) const {
  return {false, span, std::move(message), std::move(help)};
}

NotScratch ScratchSubject::refuse_at(std::size_t instruction,
                                     std::string message,
                                     std::string help) const {
  return refuse(StageView::instruction(instruction).span, std::move(message),
                std::move(help));
}

NotScratch ScratchSubject::refuse_stage(std::string message,
                                        std::string help) const {
  return refuse_at(lines().begin, std::move(message), std::move(help));
}

}  // namespace harden
