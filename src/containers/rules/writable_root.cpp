#include <fmt/format.h>

#include "containers/container_subject.h"

namespace harden::rule {

extern constexpr RuleInfo writable_root = {
    .code = "HD225",
    .name = "writable-root",
    .summary = "The root file system of the container can be written",
    .what =
        "No `read_only: true`, `--read-only` or `readOnlyRootFilesystem: "
        "true`.",
    .why =
        "Who breaks in changes the program itself, or brings tools that "
        "outlive a restart.",
    .remedy =
        "`read_only: true`, and a `tmpfs` or a volume for each path that "
        "the program writes, `/tmp` first.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n",
    .references =
        {"CIS Docker Benchmark 1.6, 5.13: the container's root filesystem "
         "is "
         "mounted as read only"},
    .severity = Severity::warning,
    .language = "yaml",
    .order = 3,
};

void check_writable_root(const ContainerSubject& subject, Findings& findings) {
  const auto& setting = subject.container.read_only;
  if (setting && setting->value) return;
  if (!setting && subject.may_be_set(
                      {"read_only", "read-only", "readOnlyRootFilesystem"})) {
    return;
  }
  findings.push_back(finding(
      writable_root, setting ? setting->span : subject.container.span,
      fmt::format("{} can write to its root file system: who breaks in changes "
                  "programs, or brings his own",
                  subject.container.what),
      subject.cited(
          subject.container.written(
              "`read_only: true`, and `tmpfs` for what it writes",
              "`readOnlyRootFilesystem: true`, and an `emptyDir` for what it "
              "writes",
              "`--read-only`, and `--tmpfs` for what it writes"),
          "5.13")));
}

}  // namespace harden::rule
