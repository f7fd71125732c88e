#include <fmt/format.h>

#include "containers/container_subject.h"

namespace harden::rule {

extern constexpr RuleInfo no_memory_limit = {
    .code = "HD222",
    .name = "no-memory-limit",
    .summary = "Nothing limits the memory of the container",
    .what =
        "No `mem_limit`, `deploy.resources.limits.memory`, `--memory` or "
        "`resources.limits.memory`, or one of 0.",
    .why =
        "A leak or an attack uses up the host's memory, and the kernel ends "
        "other programs.",
    .remedy =
        "Set a limit somewhat above what the program needs at its busiest; "
        "then the container alone is ended.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n",
    .references =
        {"CIS Docker Benchmark 1.6, 5.11: the memory usage for containers "
         "is "
         "limited",
         "https://docs.docker.com/engine/containers/resource_constraints/"},
    .severity = Severity::warning,
    .language = "yaml",
    .order = 4,
};

void check_no_memory_limit(const ContainerSubject& subject,
                           Findings& findings) {
  const auto place =
      subject.missing_limit(subject.container.memory, {"memory", "mem_limit"});
  if (!place) return;
  findings.push_back(finding(
      no_memory_limit, *place,
      fmt::format("{} may use all of the host's memory, until other programs "
                  "are ended for it",
                  subject.container.what),
      subject.cited(
          subject.container.written("`mem_limit: 512m`",
                                    "`resources: {limits: {memory: 512Mi}}`",
                                    "`--memory 512m`"),
          "5.11")));
}

}  // namespace harden::rule
