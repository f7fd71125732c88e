#include "scratch/stage_check.h"

#include <algorithm>
#include <utility>

#include "scratch/build_check.h"
#include "scratch/run_leftovers.h"
#include "scratch/vouched.h"

namespace harden {
namespace {

Objection check_line(const ScratchSubject& subject, const ScratchPlan& plan,
                     std::size_t index) {
  const Keyword keyword = subject.document.instructions[index].keyword;
  if (keyword == Keyword::onbuild) {
    return subject.refuse_at(index,
                             "`ONBUILD` makes this a base for other images");
  }
  if (keyword == Keyword::unknown) {
    return subject.refuse_at(index,
                             "what this line does to the image is not known");
  }
  ComesAlong along;
  along.compiler = builds_here(subject, plan);
  along.libraries = plan.closure;
  along.programs = plan.programs;
  if (plan.runtime != nullptr) along.runtime = plan.runtime->scratch;
  RunLeftovers left = run_leftovers(subject.evaluation, index, along);
  if (left.because.empty()) return std::nullopt;
  return subject.refuse_at(index, std::move(left.because),
                           std::move(left.help));
}

}  // namespace

bool is_distroless(const ScratchSubject& subject) {
  return subject.state.base && subject.state.base->family == Family::distroless;
}

Objection check_stage(const ScratchSubject& subject, ScratchPlan& plan) {
  if (is_distroless(subject)) {
    return subject.refuse_stage("distroless is minimal already");
  }
  const auto& base = subject.state.base;
  if (base == nullptr || !base->has_shell || base->family == Family::windows) {
    return subject.refuse_stage(
        "no shell is known in the stage that could collect the files");
  }
  if (subject.target + 1 != subject.document.stages.size()) {
    return subject.refuse_stage("stages follow that may be built on this one");
  }
  for (const std::size_t i : subject.chain) {
    auto objection = check_line(subject, plan, i);
    if (!objection) continue;
    if (objection = vouched(subject, plan, *std::move(objection)); objection) {
      return objection;
    }
  }
  return std::nullopt;
}

}  // namespace harden
