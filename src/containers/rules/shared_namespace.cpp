#include <fmt/format.h>

#include "containers/container_subject.h"

namespace harden::rule {

extern constexpr RuleInfo shared_namespace = {
    .code = "HD231",
    .name = "shared-namespace",
    .summary = "The container shares a namespace of another one",
    .what = "`pid`, `ipc` or `network_mode` with `service:` or `container:`.",
    .why =
        "What separates the two is gone in that respect: one reads the "
        "other's memory, signals its processes, or reaches what listens on "
        "its loopback address.",
    .remedy =
        "Keep it where the two are one program, as a debugger and what it "
        "watches.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    network_mode: \"service:vpn\"\n"
        "  vpn:\n"
        "    image: alpine:3.20\n",
    .references = {"https://docs.docker.com/reference/compose-file/services/"},
    .severity = Severity::info,
    .language = "yaml",
};

namespace {

bool names_container(std::string_view value) {
  return value.starts_with("container:") || value.starts_with("service:") ||
         value.starts_with("ns:");
}

}  // namespace

void check_shared_namespace(const ContainerSubject& subject,
                            Findings& findings) {
  for (const ContainerNamespace& it : container_namespaces) {
    const std::optional<PlacedText>& value = subject.container.*it.member;
    if (!value || !names_container(value->value)) continue;
    findings.push_back(finding(
        shared_namespace, value->span,
        fmt::format("{} shares the {} namespace of `{}`: who breaks into one "
                    "of the two is in both",
                    subject.container.what, it.name, value->value),
        "keep it only if the two are one program"));
  }
}

}  // namespace harden::rule
