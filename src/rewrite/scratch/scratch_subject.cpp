#include "rewrite/scratch/scratch_subject.h"

#include <set>
#include <utility>

#include "image/files/stage_chain.h"

namespace harden {

ScratchSubject::ScratchSubject(const Revision& file,
                               const RewriteOptions& the_options)
    : document(file.document()),
      evaluation(file.evaluation()),
      user(file.user()),
      context(file.context()),
      options(the_options),
      target(evaluation.target),
      state(evaluation.stages[target]),
      chain(stage_chain(document, evaluation, target)),
      config(image_config(document, state, chain)),
      start(file.start().program()),
      image_start_(file.start()),
      trace_(document, evaluation, context) {}

const CopiedContext& ScratchSubject::context_of(std::size_t stage) {
  const auto found = contexts_.find(stage);
  if (found != contexts_.end()) return found->second;
  return contexts_
      .emplace(stage, copied_context(document, evaluation,
                                     stage_chain(document, evaluation, stage),
                                     context))
      .first->second;
}

std::vector<std::size_t> ScratchSubject::reached_stages() const {
  std::set<std::size_t> result{target};
  for (const std::size_t i : chain) {
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
  return refuse(document.instructions[instruction].span, std::move(message),
                std::move(help));
}

NotScratch ScratchSubject::refuse_stage(std::string message,
                                        std::string help) const {
  return refuse_at(document.stages[target].begin, std::move(message),
                   std::move(help));
}

}  // namespace harden
