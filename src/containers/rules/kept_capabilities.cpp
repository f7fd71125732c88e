#include <fmt/format.h>

#include <algorithm>

#include "containers/container_subject.h"

namespace harden::rule {

extern constexpr RuleInfo kept_capabilities = {
    .code = "HD217",
    .name = "kept-capabilities",
    .summary = "The container keeps the capabilities that engines give to all",
    .what = "No `ALL` in `cap_drop`, `--cap-drop` or `capabilities.drop`.",
    .why =
        "Root in the container may change owners, send raw packets, and use "
        "whatever else the fourteen capabilities allow. Few programs need "
        "one of them.",
    .remedy =
        "`cap_drop: [ALL]`, and `cap_add` with what is missed: an "
        "entrypoint that steps down needs SETUID and SETGID, and CHOWN when "
        "it changes owners.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n",
    .references =
        {"CIS Docker Benchmark 1.6, 5.4: Linux kernel capabilities are "
         "restricted",
         "https://man7.org/linux/man-pages/man7/capabilities.7.html"},
    .severity = Severity::info,
    .language = "yaml",
    .order = 1,
};

void check_kept_capabilities(const ContainerSubject& subject,
                             Findings& findings) {
  const ContainerSettings& container = subject.container;
  const bool drops_all = std::ranges::any_of(
      container.cap_drop, [](const auto& it) { return it.value == "ALL"; });
  if (drops_all || subject.is_privileged() ||
      subject.may_be_set({"cap_drop", "cap-drop", "drop"})) {
    return;
  }
  findings.push_back(finding(
      kept_capabilities, container.span,
      fmt::format("{} keeps the capabilities that the engine gives to every "
                  "container, of which few programs need any",
                  container.what),
      subject.cited(subject.container.written(
                        "`cap_drop: [ALL]`, and `cap_add` what is missed",
                        "`capabilities: {drop: [ALL]}`, and `add` what is "
                        "missed",
                        "`--cap-drop ALL`, and `--cap-add` what is missed"),
                    "5.4")));
}

}  // namespace harden::rule
