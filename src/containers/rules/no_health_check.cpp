#include <fmt/format.h>

#include "containers/container_subject.h"

namespace harden::rule {

extern constexpr RuleInfo no_health_check = {
    .code = "HD229",
    .name = "no-health-check",
    .summary = "Nobody notices when the container hangs",
    .what =
        "No `healthcheck` that is on, no `--health-cmd`; in a manifest no "
        "probe. The HEALTHCHECK of a Dockerfile that the service builds "
        "counts; that of another image is not known, and Kubernetes looks at "
        "none.",
    .why = "A program that runs but no longer answers stays in service.",
    .remedy =
        "`healthcheck:` in the service or HEALTHCHECK in the Dockerfile; "
        "probes in a manifest.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n",
    .references =
        {"CIS Docker Benchmark 1.6, 5.27: container health is checked at "
         "runtime"},
    .severity = Severity::info,
    .language = "yaml",
    .order = 5,
};

void check_no_health_check(const ContainerSubject& subject,
                           Findings& findings) {
  const ContainerSettings& container = subject.container;
  if (container.health_check_off) {
    findings.push_back(finding(
        no_health_check, *container.health_check_off,
        fmt::format("the health check of {} is switched off: nobody notices "
                    "when it hangs",
                    container.what),
        subject.cited("remove it for the image's own, or give one", "5.27")));
    return;
  }
  if (container.has_health_check || !container.incomplete_because.empty()) {
    return;
  }
  const bool is_pod = container.form == ContainerSettings::Form::kubernetes;
  if (!is_pod && subject.image && subject.image->has_health_check) return;
  findings.push_back(finding(
      no_health_check, container.span,
      is_pod
          ? fmt::format("{} has no probe: nobody notices when it hangs",
                        container.what)
          : fmt::format("{} has no health check here: nobody notices when it "
                        "hangs, unless its image has one",
                        container.what),
      subject.cited(
          subject.container.written("`healthcheck:`",
                                    "`livenessProbe:` or `readinessProbe:`",
                                    "`--health-cmd`"),
          "5.27")));
}

}  // namespace harden::rule
