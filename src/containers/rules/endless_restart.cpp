#include <fmt/format.h>

#include "containers/container_subject.h"

namespace harden::rule {

extern constexpr RuleInfo endless_restart = {
    .code = "HD228",
    .name = "endless-restart",
    .summary = "A container that fails is started again without end",
    .what =
        "`restart` with `always`, `unless-stopped`, or `on-failure` without "
        "a number.",
    .why =
        "Each start is one more try for an exploit that makes the program "
        "fail, and a service that cannot start keeps the host busy.",
    .remedy =
        "`restart: on-failure:5`, and something that tells you when the "
        "five are used up.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    restart: always\n",
    .references = {"CIS Docker Benchmark 1.6, 5.15: the 'on-failure' container "
                   "restart "
                   "policy is set to '5'"},
    .severity = Severity::info,
    .language = "yaml",
};

void check_endless_restart(const ContainerSubject& subject,
                           Findings& findings) {
  const auto& restart = subject.container.restart;
  if (!restart) return;
  const std::string& value = restart->value;
  if (value != "always" && value != "unless-stopped" && value != "on-failure") {
    return;
  }
  findings.push_back(finding(
      endless_restart, restart->span,
      fmt::format("{} is started again without end, also when an attack makes "
                  "it fail",
                  subject.container.what),
      subject.cited(subject.container.written("`restart: on-failure:5`", "",
                                              "`--restart on-failure:5`"),
                    "5.15")));
}

}  // namespace harden::rule
