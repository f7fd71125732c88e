// What undoes the isolation as a whole: HD210, HD211, HD218, HD226, HD231.
#include <fmt/format.h>

#include "containers/rules/findings.h"

namespace harden::settings {
namespace {

bool is_privileged(const ContainerSettings& container) {
  return container.privileged && container.privileged->value;
}

// A namespace that can be the host's or another container's.
struct SharedNamespace {
  std::optional<PlacedText> ContainerSettings::*member;
  std::string_view name;
  std::string_view risk;
  std::string_view check;
  Severity severity = Severity::error;
};

constexpr SharedNamespace namespaces[] = {
    {&ContainerSettings::pid, "process",
     "it sees every process of the host, and may end those of its user",
     "5.16"},
    {&ContainerSettings::ipc, "IPC",
     "it reads and writes the shared memory of the host's programs", "5.17"},
    {&ContainerSettings::network, "network",
     "it reaches what listens on the host's loopback address only, and takes "
     "any port",
     "5.10"},
    {&ContainerSettings::uts, "UTS",
     "with SYS_ADMIN it changes the host's name, by which others know it",
     "5.21"},
    {&ContainerSettings::userns, "user",
     "its root is the host's root, even where the engine maps users", "5.31"},
    {&ContainerSettings::cgroupns, "cgroup",
     "it sees how the host and its other containers are organised", "",
     Severity::warning},
};

void find_shared(const ContainerSettings& container, const SharedNamespace& it,
                 const PlacedText& value, Findings& out) {
  out.add("HD231", Severity::info, value.span,
          fmt::format("{} shares the {} namespace of `{}`: who breaks into one "
                      "of the two is in both",
                      container.what, it.name, value.value),
          "keep it only if the two are one program");
}

bool names_container(std::string_view value) {
  return value.starts_with("container:") || value.starts_with("service:") ||
         value.starts_with("ns:");
}

bool is_off(std::string_view profile) {
  return profile == "unconfined" || profile == "Unconfined";
}

void find_selinux(const ContainerSettings& container, Findings& out) {
  for (const PlacedText& it : container.selinux) {
    if (it.value != "disable" && it.value != "type:spc_t") continue;
    out.add("HD218", Severity::warning, it.span,
            fmt::format("{} runs without SELinux: no label keeps it from the "
                        "host's files",
                        container.what),
            "remove the option, or name a type that fits", "5.3");
  }
}

void find_unmasked(const ContainerSettings& container, Findings& out) {
  for (const PlacedText& it : container.unmasked) {
    out.add("HD218", Severity::warning, it.span,
            fmt::format("{} sees what the engine hides below /proc and /sys: "
                        "keys, memory and switches of the host's kernel",
                        container.what),
            "remove it");
  }
}

}  // namespace

void find_privileged(const ContainerSettings& container, Findings& out) {
  if (!is_privileged(container)) return;
  out.add("HD210", Severity::error, container.privileged->span,
          fmt::format("{} is privileged: it has every capability and device, "
                      "and root in it is root on the host",
                      container.what),
          "remove it, and give the one capability or device that is needed",
          "5.5");
}

void find_namespaces(const ContainerSettings& container, Findings& out) {
  for (const SharedNamespace& it : namespaces) {
    const std::optional<PlacedText>& value = container.*it.member;
    if (!value) continue;
    if (names_container(value->value)) {
      find_shared(container, it, *value, out);
    }
    if (value->value != "host") continue;
    out.add("HD211", it.severity, value->span,
            fmt::format("{} shares the {} namespace of the host: {}",
                        container.what, it.name, it.risk),
            "remove it; the container then gets its own", it.check);
  }
}

void find_unconfined(const ContainerSettings& container, Findings& out) {
  if (container.seccomp && is_off(container.seccomp->value)) {
    out.add("HD218", Severity::warning, container.seccomp->span,
            fmt::format("{} runs without a seccomp filter: it reaches every "
                        "system call, and with it every fault of the kernel",
                        container.what),
            "remove it for the engine's own profile, or name a smaller one",
            "5.22");
  }
  if (container.apparmor && is_off(container.apparmor->value)) {
    out.add("HD218", Severity::warning, container.apparmor->span,
            fmt::format("{} runs without an AppArmor profile: it may write to "
                        "/proc and mount where root may",
                        container.what),
            "remove it for the engine's own profile, or name another", "5.2");
  }
  find_selinux(container, out);
  find_unmasked(container, out);
  const bool missing = container.form == ContainerSettings::Form::kubernetes &&
                       !container.seccomp && !is_privileged(container) &&
                       !may_be_set(container, {"seccompProfile"});
  if (!missing) return;
  out.add("HD218", Severity::warning, container.span,
          fmt::format("{} names no `seccompProfile`, which most clusters take "
                      "for none: it reaches every system call",
                      container.what),
          "`seccompProfile: {type: RuntimeDefault}` in `securityContext`");
}

void find_new_privileges(const ContainerSettings& container, Findings& out) {
  const auto& setting = container.no_new_privileges;
  if (setting ? setting->value : is_privileged(container)) return;
  if (!setting && may_be_set(container, {"security_opt", "security-opt",
                                         "allowPrivilegeEscalation"})) {
    return;
  }
  out.add("HD226", Severity::warning, setting ? setting->span : container.span,
          fmt::format("{} may gain privileges: a setuid program in it makes "
                      "root of any user",
                      container.what),
          written(container, "`security_opt: [no-new-privileges:true]`",
                  "`allowPrivilegeEscalation: false` in `securityContext`",
                  "`--security-opt no-new-privileges`"),
          "5.26");
}

}  // namespace harden::settings
