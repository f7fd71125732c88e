#include "rewrite/scratch/base_entrypoint.h"

#include <algorithm>
#include <string>

#include "image/files/path_below.h"
#include "image/files/resolved_transfer.h"
#include "rewrite/scratch/start_check.h"

namespace harden {
namespace {

// Whether a COPY or ADD may put something there.
bool has_content(ScratchSubject& subject, const std::string& folder) {
  for (const std::size_t i : subject.chain()) {
    if (subject.instruction(i).as<Transfer>() == nullptr) continue;
    const auto transfer = resolve_transfer(subject, i);
    if (!transfer || is_below(transfer->destination, folder)) return true;
    // A folder above it may bring it; of the context that can be seen.
    if (transfer->from && is_below(folder, transfer->destination)) return true;
  }
  const CopiedContext& copied = subject.context_of(subject.index);
  return !copied.incomplete_because.empty() ||
         std::any_of(copied.files.begin(), copied.files.end(),
                     [&](const ContextFile& it) {
                       return is_below(it.image_path, folder);
                     });
}

}  // namespace

Objection check_base_entrypoint(ScratchSubject& subject, ScratchPlan& plan) {
  const auto& base = subject.state().base;
  if (!subject.start.base_entrypoint || base == nullptr ||
      base->entrypoint.empty()) {
    return std::nullopt;
  }
  const auto& reads = base->entrypoint_reads;
  const auto used = std::find_if(
      reads.begin(), reads.end(),
      [&](const std::string& it) { return has_content(subject, it); });
  if (!reads.empty() && used == reads.end()) {
    plan.left_entrypoint = base->entrypoint.front();
    return std::nullopt;
  }
  return subject.refuse_at(
      start_instruction(subject),
      "`" + base->entrypoint.front() +
          "` of the base image starts first, and " +
          (reads.empty() ? std::string("nobody can tell what it needs")
                         : "works with what lies in " + *used),
      "set `ENTRYPOINT` to the program itself");
}

}  // namespace harden
