#include <fmt/format.h>

#include "containers/container_subject.h"

namespace harden::rule {

extern constexpr RuleInfo no_cpu_limit = {
    .code = "HD223",
    .name = "no-cpu-limit",
    .summary = "Nothing limits the processor time of the container",
    .what =
        "No `cpus`, `cpu_shares`, `cpuset`, `deploy.resources.limits.cpus`, "
        "`--cpus` or `resources.limits.cpu`.",
    .why = "A container that spins takes the processors from its neighbours.",
    .remedy =
        "`cpus: 1.0`, or `cpu_shares` to give way only when others need the "
        "time.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n",
    .references =
        {"CIS Docker Benchmark 1.6, 5.12: CPU priority is set appropriately "
         "on containers",
         "https://docs.docker.com/engine/containers/resource_constraints/"},
    .severity = Severity::warning,
    .language = "yaml",
    .order = 4,
};

void check_no_cpu_limit(const ContainerSubject& subject, Findings& findings) {
  const auto place = subject.missing_limit(
      subject.container.cpus, {"cpus", "cpu", "cpu_count", "cpu_percent",
                               "cpu_quota", "cpu_shares", "cpuset"});
  if (!place) return;
  findings.push_back(finding(
      no_cpu_limit, *place,
      fmt::format("{} may use all of the host's processors",
                  subject.container.what),
      subject.cited(subject.container.written(
                        "`cpus: 1.0`", "`resources: {limits: {cpu: \"1\"}}`",
                        "`--cpus 1`"),
                    "5.12")));
}

}  // namespace harden::rule
