#include "rewrite/scratch/start_check.h"

#include <string>

#include "base/text/paths.h"
#include "image/files/program_places.h"

namespace harden {

std::vector<std::string> start_argv(const ScratchSubject& subject) {
  const auto& entrypoint = subject.state.entrypoint;
  if (entrypoint && entrypoint->instruction) return entrypoint->argv;
  const auto& cmd = subject.state.cmd;
  return cmd ? cmd->argv : std::vector<std::string>();
}

std::size_t start_instruction(const ScratchSubject& subject) {
  return subject.start.instruction.value_or(
      subject.document.stages[subject.target].begin);
}

std::vector<std::string> own_path_folders(const ScratchSubject& subject) {
  std::vector<std::string> result;
  for (const std::size_t i : subject.config.settings) {
    const Instruction& it = subject.document.instructions[i];
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
  for (const auto* launch : {&subject.state.entrypoint, &subject.state.cmd}) {
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

}  // namespace harden
