#include "rewrite/scratch/scratch_plan.h"

#include <utility>

#include "image/files/image_paths.h"
#include "rewrite/scratch/scratch_questions.h"

namespace harden {
namespace {

using ScratchPlanOrNot = std::variant<ScratchPlan, NotScratch>;

// A folder brings what lies below it; the program is asked for by name, so
// that the build stops without it.
void tidy(ScratchPlan& plan) {
  drop_below(plan.needed, {}, plan.program);
  drop_below(plan.wanted, plan.needed, {});
}

// What is written into lines of the new file.
Objection check_names(ScratchSubject& subject, const ScratchPlan& plan) {
  for (const auto* list :
       {&plan.programs, &plan.commands, &plan.needed, &plan.asked, &plan.wanted,
        &plan.folders, &plan.inherited.environment}) {
    for (const std::string& it : *list) {
      if (it.find_first_of("\n\r") == it.npos) continue;
      return subject.refuse_stage(
          "no line of a Dockerfile can hold the line end in `" + it + "`",
          "give it a name without one");
    }
  }
  return std::nullopt;
}

// The questions that both ways have in common, once the program is known.
Objection complete(ScratchSubject& subject, ScratchPlan& plan) {
  if (auto it = check_stage(subject, plan)) return it;
  if (auto it = add_config(subject, plan)) return it;
  if (auto it = add_contents(subject, plan)) return it;
  return check_names(subject, plan);
}

ScratchPlanOrNot plan_static(ScratchSubject& subject) {
  ScratchPlan plan;
  bool was_near = false;
  Objection objection = find_static_program(subject, plan, was_near);
  if (!objection) objection = complete(subject, plan);
  if (!objection) return plan;
  // Of distroless there is nothing to be taken away.
  objection->was_near = was_near && !is_distroless(subject);
  return *std::move(objection);
}

ScratchPlanOrNot plan_closure(ScratchSubject& subject) {
  ScratchPlan plan;
  plan.closure = true;
  Objection objection = find_closure_program(subject, plan);
  if (!objection) objection = complete(subject, plan);
  if (!objection) return plan;
  return *std::move(objection);
}

}  // namespace

std::variant<ScratchPlan, NotScratch> plan_scratch(
    const Revision& file, const RewriteOptions& options) {
  ScratchSubject subject(file, options);
  ScratchPlanOrNot planned = plan_static(subject);
  if (std::holds_alternative<NotScratch>(planned) &&
      options.rootfs == RootfsMode::scratch) {
    planned = plan_closure(subject);
  }
  if (auto* plan = std::get_if<ScratchPlan>(&planned)) tidy(*plan);
  return planned;
}

Objection vouched(const ScratchSubject& subject, ScratchPlan& plan,
                  NotScratch doubt) {
  if (!plan.closure) return doubt;
  if (subject.is_vouched_for()) {
    plan.doubts.push_back(std::move(doubt));
    return std::nullopt;
  }
  if (!doubt.help.empty()) doubt.help += "; or ";
  doubt.help +=
      "name what it needs beside itself with `--keep PATH`, or say with "
      "`--artifact PATH` that this is the program and all is known";
  return doubt;
}

}  // namespace harden
