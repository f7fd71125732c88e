#include <utility>

#include "base/rules/rule.h"
#include "image/files/image_paths.h"
#include "rewrite/user/user_notes.h"

namespace harden {
namespace rule {

extern constexpr RuleInfo written_path = {
    .code = "HD109",
    .name = "written-path",
    .summary = "A path that the program writes now belongs to its user",
    .what =
        "VOLUMEs, the paths that the base image or runtime is known to write, "
        "and those that the file itself treats as writable (mkdir, chown, "
        "chmod in RUN).",
    .why =
        "They belong to root, so the new user could not write there. Code "
        "stays root's and readable, so that the program cannot change it.",
    .remedy =
        "harden changes the owner before a VOLUME line: the classic builder "
        "drops what comes behind it. A folder of the host that is mounted "
        "there keeps its owner; give it to the same uid.",
    .before =
        "FROM node:20\n"
        "WORKDIR /srv\n"
        "COPY . .\n"
        "VOLUME /data\n"
        "CMD [\"node\", \"server.js\"]\n",
    .after =
        "FROM node:20\n"
        "WORKDIR /srv\n"
        "COPY . .\n"
        "# What the program writes (added by harden)\n"
        "RUN mkdir -p /data && \\\n"
        "    chown -R 1000:1000 /data\n"
        "VOLUME /data\n"
        "# Run as an unprivileged user (added by harden)\n"
        "USER 1000:1000\n"
        "CMD [\"node\", \"server.js\"]\n",
    .references =
        {"https://docs.docker.com/reference/dockerfile/#volume",
         "moby/moby: builder/dockerfile (changes behind VOLUME are dropped)"},
    .severity = Severity::info,
    .of_rewrite = true,
};

}  // namespace rule

namespace {

// Volumes that are folders of the system, which are never given away.
void add_system_volumes(const StageView& stage, Findings& result) {
  for (const PathSetting& volume : stage.state().volumes) {
    if (!volume.instruction || !is_system_folder(volume.path) ||
        is_open_to_all(volume.path)) {
      continue;
    }
    report(result, rule::written_path,
           stage.instruction(*volume.instruction).span,
           volume.path +
               " stays root's, as a folder of the system; make the program "
               "write to one below it");
  }
}

}  // namespace

void note_written_paths(const UserPlan& plan, const StageView& stage,
                        Span verdict, Findings& result) {
  for (const PathNeed& need : plan.needs) {
    const Span span =
        need.instruction ? stage.instruction(*need.instruction).span : verdict;
    result.push_back(written_path_note(
        span, need.path + " is given to the user: " + need.because));
  }
  add_system_volumes(stage, result);
}

Diagnostic written_path_note(Span span, std::string message) {
  return finding(rule::written_path, span, std::move(message));
}

}  // namespace harden
