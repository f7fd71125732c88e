#include <fmt/format.h>

#include "containers/container_subject.h"

namespace harden::rule {

extern constexpr RuleInfo unconfined_container = {
    .code = "HD218",
    .name = "unconfined-container",
    .summary = "The container runs without seccomp, AppArmor or SELinux",
    .what =
        "`seccomp=unconfined`, `apparmor=unconfined`, `label=disable`, "
        "`systempaths=unconfined`, a profile of type `Unconfined`, "
        "`procMount: Unmasked`; and a container of a pod without "
        "`seccompProfile`, which most clusters start without any filter.",
    .why =
        "The profiles are what holds when the program and the kernel both "
        "have a fault: they refuse the calls that exploits need and "
        "programs do not.",
    .remedy =
        "Remove the option: the engine's own profiles fit nearly all "
        "programs. Where one does not, name a profile with that one call "
        "more. In a pod: `seccompProfile: {type: RuntimeDefault}`.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    security_opt: [\"seccomp:unconfined\"]\n",
    .references =
        {"CIS Docker Benchmark 1.6, 5.2: an AppArmor profile is enabled",
         "CIS Docker Benchmark 1.6, 5.3: SELinux security options are set",
         "CIS Docker Benchmark 1.6, 5.22: the default seccomp profile is "
         "not "
         "disabled",
         "https://docs.docker.com/engine/security/seccomp/",
         "https://kubernetes.io/docs/concepts/security/"
         "pod-security-standards/"},
    .severity = Severity::warning,
    .language = "yaml",
};

namespace {

bool is_off(const std::optional<PlacedText>& profile) {
  return profile &&
         (profile->value == "unconfined" || profile->value == "Unconfined");
}

void find_unlabelled(const ContainerSubject& subject, Findings& findings) {
  for (const PlacedText& it : subject.container.selinux) {
    if (it.value != "disable" && it.value != "type:spc_t") continue;
    findings.push_back(finding(
        unconfined_container, it.span,
        fmt::format("{} runs without SELinux: no label keeps it from "
                    "the host's files",
                    subject.container.what),
        subject.cited("remove the option, or name a type that fits", "5.3")));
  }
}

void find_unmasked(const ContainerSubject& subject, Findings& findings) {
  for (const PlacedText& it : subject.container.unmasked) {
    findings.push_back(
        finding(unconfined_container, it.span,
                fmt::format("{} sees what the engine hides below /proc and "
                            "/sys: keys, memory and switches of the host's "
                            "kernel",
                            subject.container.what),
                "remove it"));
  }
}

// The kubelet's default is not a profile.
void find_unfiltered_pod(const ContainerSubject& subject, Findings& findings) {
  const ContainerSettings& container = subject.container;
  const bool missing = container.form == ContainerSettings::Form::kubernetes &&
                       !container.seccomp && !subject.is_privileged() &&
                       !subject.may_be_set({"seccompProfile"});
  if (!missing) return;
  findings.push_back(
      finding(unconfined_container, container.span,
              fmt::format("{} names no `seccompProfile`, which most clusters "
                          "take for none: it reaches every system call",
                          container.what),
              "`seccompProfile: {type: RuntimeDefault}` in "
              "`securityContext`"));
}

}  // namespace

void check_unconfined_container(const ContainerSubject& subject,
                                Findings& findings) {
  const ContainerSettings& container = subject.container;
  if (is_off(container.seccomp)) {
    findings.push_back(finding(
        unconfined_container, container.seccomp->span,
        fmt::format("{} runs without a seccomp filter: it reaches every "
                    "system call, and with it every fault of the kernel",
                    container.what),
        subject.cited(
            "remove it for the engine's own profile, or name a smaller one",
            "5.22")));
  }
  if (is_off(container.apparmor)) {
    findings.push_back(finding(
        unconfined_container, container.apparmor->span,
        fmt::format("{} runs without an AppArmor profile: it may write to "
                    "/proc and mount where root may",
                    container.what),
        subject.cited("remove it for the engine's own profile, or name another",
                      "5.2")));
  }
  find_unlabelled(subject, findings);
  find_unmasked(subject, findings);
  find_unfiltered_pod(subject, findings);
}

}  // namespace harden::rule
