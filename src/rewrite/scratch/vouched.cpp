#include "rewrite/scratch/vouched.h"

#include <utility>

namespace harden {

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
