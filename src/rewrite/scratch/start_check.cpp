#include <algorithm>
#include <string>

#include "base/text/paths.h"
#include "image/files/image_paths.h"
#include "image/files/resolved_transfer.h"
#include "rewrite/scratch/scratch_questions.h"

namespace harden {

std::vector<std::string> start_argv(const ScratchSubject& subject) {
  const auto& entrypoint = subject.state().entrypoint;
  if (entrypoint && entrypoint->instruction) return entrypoint->argv;
  const auto& cmd = subject.state().cmd;
  return cmd ? cmd->argv : std::vector<std::string>();
}

std::size_t start_instruction(const ScratchSubject& subject) {
  return subject.start.instruction.value_or(subject.lines().begin);
}

std::vector<std::string> own_path_folders(const ScratchSubject& subject) {
  std::vector<std::string> result;
  for (const std::size_t i : subject.config.settings) {
    const Instruction& it = subject.instruction(i);
    const auto* list = it.as<Assignments>();
    if (it.keyword != Keyword::env || list == nullptr) continue;
    for (const Assignment& entry : list->list) {
      if (entry.name.value != "PATH" || !entry.value) continue;
      std::string text = entry.value->value;
      std::erase_if(text, [](char c) { return c == '"' || c == '\''; });
      for (std::string& folder : path_folders(text)) {
        result.push_back(absolute_path("/", folder));
      }
    }
  }
  return result;
}

std::optional<std::size_t> shell_form(const ScratchSubject& subject) {
  for (const auto* launch :
       {&subject.state().entrypoint, &subject.state().cmd}) {
    if (*launch && (*launch)->instruction && !(*launch)->exec_form) {
      return (*launch)->instruction;
    }
  }
  return std::nullopt;
}

Objection check_direct_start(const ScratchSubject& subject) {
  const StartProgram& start = subject.start;
  if (start.kind != StartKind::program || start.base_entrypoint) {
    return subject.refuse_at(
        start_instruction(subject),
        "the image starts through more than its program, and a scratch image "
        "has no shell",
        "start the program itself in exec form");
  }
  if (const auto at = shell_form(subject)) {
    return subject.refuse_at(
        *at, "the shell form needs a shell, and a scratch image has none",
        "write it in exec form");
  }
  return std::nullopt;
}

Objection check_unprivileged(const ScratchSubject& subject) {
  const EffectiveUser& user = subject.user;
  if (user.privilege == Privilege::unprivileged) return std::nullopt;
  if (user.privilege == Privilege::steps_down) {
    const std::string& place = user.stepped_down_in;
    return subject.refuse(
        user.span,
        (place.empty() ? "the entrypoint of the base image"
                       : "`" + place + "`") +
            std::string(" starts as root and steps down, for which the image "
                        "keeps its shell and its tools"),
        "`--step-down=never` sets `USER` instead, and says what then fails");
  }
  return subject.refuse(user.span,
                        "it is not shown to run as an unprivileged user");
}

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
         std::ranges::any_of(copied.files, [&](const ContextFile& it) {
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
  const auto used = std::ranges::find_if(
      reads, [&](const std::string& it) { return has_content(subject, it); });
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
