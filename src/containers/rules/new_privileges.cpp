#include <fmt/format.h>

#include "containers/container_subject.h"

namespace harden::rule {

extern constexpr RuleInfo new_privileges = {
    .code = "HD226",
    .name = "new-privileges",
    .summary = "Programs in the container may gain privileges",
    .what =
        "No `no-new-privileges` among the security options, or "
        "`allowPrivilegeEscalation` that is not `false`.",
    .why =
        "A setuid program in the image (`su`, `mount`, `ping`) makes root "
        "of an unprivileged user, and with it all capabilities that the "
        "container has.",
    .remedy =
        "`security_opt: [no-new-privileges:true]`, `--security-opt "
        "no-new-privileges`, `allowPrivilegeEscalation: false`. Entrypoints "
        "that step down with gosu, su-exec or setpriv work with it; sudo "
        "and su do not.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n",
    .references =
        {"CIS Docker Benchmark 1.6, 5.26: the container is restricted from "
         "acquiring additional privileges",
         "https://docs.kernel.org/userspace-api/no_new_privs.html"},
    .severity = Severity::warning,
    .language = "yaml",
    .order = 2,
};

void check_new_privileges(const ContainerSubject& subject, Findings& findings) {
  const auto& setting = subject.container.no_new_privileges;
  if (setting ? setting->value : subject.is_privileged()) return;
  if (!setting && subject.may_be_set({"security_opt", "security-opt",
                                      "allowPrivilegeEscalation"})) {
    return;
  }
  findings.push_back(finding(
      new_privileges, setting ? setting->span : subject.container.span,
      fmt::format("{} may gain privileges: a setuid program in it makes root "
                  "of any user",
                  subject.container.what),
      subject.cited(
          subject.container.written("`security_opt: [no-new-privileges:true]`",
                                    "`allowPrivilegeEscalation: false` in "
                                    "`securityContext`",
                                    "`--security-opt no-new-privileges`"),
          "5.26")));
}

}  // namespace harden::rule
