#include <fmt/format.h>

#include "findings/modes/system_folder.h"
#include "findings/subject.h"

namespace harden::rule {

extern constexpr RuleInfo system_folder_workdir = {
    .code = "HD464",
    .name = "system-folder-workdir",
    .summary = "`WORKDIR` is a folder of the system",
    .what =
        "WORKDIR on /bin, /boot, /dev, /etc, /lib, /proc, /sbin, /sys, /usr or "
        "their program folders, or below those of the kernel, in the final "
        "image. `/` and /usr/src are none of them.",
    .why =
        "Relative paths of COPY and of the program end between the system's "
        "own files. A file with an unlucky name replaces one of them, and the "
        "user needs rights to a folder that it should not write.",
    .remedy = "Give the program a folder of its own, such as /app.",
    .before =
        "FROM debian:12\nWORKDIR /usr/bin\nCOPY server .\nUSER 1000:1000\n",
    .references = {"https://docs.docker.com/reference/dockerfile/#workdir"},
    .severity = Severity::warning,
};

void check_system_folder_workdir(const Subject& subject, Findings& findings) {
  const auto& instructions = subject.document.instructions;
  for (const std::size_t i : subject.image_instructions()) {
    if (instructions[i].keyword != Keyword::workdir) continue;
    const Stage* stage = subject.stage_of(i);
    const ImageState* state = subject.state_of(i);
    if (stage == nullptr || state == nullptr) continue;
    const std::string& path = i + 1 < stage->end
                                  ? subject.evaluation.workdir_before[i + 1]
                                  : state->workdir;
    if (!is_system_folder(path)) continue;
    report(
        findings, system_folder_workdir, instructions[i].span,
        fmt::format("the working folder `{}` belongs to the system: what the "
                    "program writes mixes with files that the base image or "
                    "the kernel owns",
                    path),
        "give the program a folder of its own, such as `/app`");
  }
}

}  // namespace harden::rule
