#include <fmt/format.h>

#include "containers/container_subject.h"

namespace harden::rule {

extern constexpr RuleInfo no_pids_limit = {
    .code = "HD224",
    .name = "no-pids-limit",
    .summary = "Nothing limits the number of processes",
    .what =
        "No `pids_limit`, `deploy.resources.limits.pids` or `--pids-limit`, "
        "or one of 0 or -1. Not in manifests: there it is a setting of the "
        "kubelet.",
    .why =
        "A fork bomb in the container leaves the host without process ids, "
        "until nobody can log in to end it.",
    .remedy = "`pids_limit: 256` is plenty for most services.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n",
    .references =
        {"CIS Docker Benchmark 1.6, 5.29: the PIDs cgroup limit is used"},
    .severity = Severity::warning,
    .language = "yaml",
    .order = 4,
};

// In Kubernetes the kubelet limits them, no pod can.
void check_no_pids_limit(const ContainerSubject& subject, Findings& findings) {
  const ContainerSettings& container = subject.container;
  if (container.form == ContainerSettings::Form::kubernetes) return;
  const auto place = subject.missing_limit(
      container.pids_limit, {"pids_limit", "pids", "pids-limit"});
  if (!place) return;
  findings.push_back(finding(
      no_pids_limit, *place,
      fmt::format("{} may start any number of processes, until the host cannot "
                  "start one",
                  container.what),
      subject.cited(subject.container.written("`pids_limit: 256`", "",
                                              "`--pids-limit 256`"),
                    "5.29")));
}

}  // namespace harden::rule
