#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "containers/container_subject.h"

namespace harden::rule {

extern constexpr RuleInfo unknown_value = {
    .code = "HD204",
    .name = "unknown-value",
    .summary = "A variable decides about isolation",
    .what =
        "A setting that decides about isolation holds a variable without a "
        "default, such as `privileged: ${PRIVILEGED}`. "
        "`${PRIVILEGED:-false}` counts as `false`: that is what the file "
        "says.",
    .why =
        "Whoever starts the file decides, and nobody sees it in review. "
        "harden does not guess.",
    .remedy = "Write the value down, or give the variable a default.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    privileged: ${PRIVILEGED}\n",
    .references =
        {"https://docs.docker.com/reference/compose-file/interpolation/"},
    .severity = Severity::info,
    .language = "yaml",
};

namespace {

// What decides about isolation; of the rest a missing value says enough.
bool decides_isolation(std::string_view name) {
  static constexpr std::array names = {
      "privileged",
      "pid",
      "ipc",
      "network_mode",
      "network",
      "uts",
      "userns_mode",
      "userns",
      "cap_add",
      "cap-add",
      "add",
      "security_opt",
      "security-opt",
      "devices",
      "device",
      "read_only",
      "read-only",
      "hostPID",
      "hostIPC",
      "hostNetwork",
      "allowPrivilegeEscalation",
      "readOnlyRootFilesystem",
      "seccompProfile",
      "appArmorProfile",
  };
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

void check_unknown_value(const ContainerSubject& subject, Findings& findings) {
  for (const UnknownSetting& it : subject.container.unknown) {
    if (!decides_isolation(it.name)) continue;
    findings.push_back(
        finding(unknown_value, it.span,
                fmt::format("`{}` of {} is not known: {}", it.name,
                            subject.container.what, it.because),
                "write the value down, so that it can be checked"));
  }
}

}  // namespace harden::rule
