#include "rewrite/scratch/stage_check.h"

#include <algorithm>
#include <utility>

#include "dockerfile/model/stage_names.h"
#include "image/start/start_shell.h"
#include "rewrite/scratch/build_check.h"
#include "rewrite/scratch/run_leftovers.h"
#include "rewrite/scratch/vouched.h"

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

bool is_number(const std::string& text) {
  return !text.empty() &&
         text.find_first_not_of("0123456789") == std::string::npos;
}

// The stages behind the target keep what they take from it only when they take
// nothing; numbers of stages behind the new one change.
Objection check_later_stages(const ScratchSubject& subject) {
  const Document& document = subject.document;
  const StageNames names(document);
  for (std::size_t stage = subject.target + 1; stage < document.stages.size();
       ++stage) {
    const Stage& range = document.stages[stage];
    if (subject.evaluation.parents[stage] == subject.target) {
      return subject.refuse_at(range.begin,
                               "this stage is built on the one "
                               "that would become scratch");
    }
    for (std::size_t i = range.begin; i < range.end; ++i) {
      const Flag* from = document.instructions[i].flag("from");
      const Flag* mount = document.instructions[i].flag("mount");
      const bool takes_by_mount =
          mount != nullptr && mount->value &&
          mount->value->value.find("from=") != std::string::npos;
      const bool takes =
          from != nullptr && from->value &&
          (names.for_copy(from->value->value) == subject.target ||
           is_number(from->value->value));
      if (takes || takes_by_mount) {
        return subject.refuse_at(i,
                                 "a later stage takes files from this one, "
                                 "or from a stage by its number");
      }
    }
  }
  return std::nullopt;
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
  const auto& shell =
      start_shell(subject.document, subject.evaluation, subject.target,
                  subject.document.stages[subject.target].end);
  if (!shell.readable) {
    return subject.refuse_stage(
        "`SHELL` names no POSIX shell, which collects "
        "the files");
  }
  if (auto it = check_later_stages(subject)) return it;
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
