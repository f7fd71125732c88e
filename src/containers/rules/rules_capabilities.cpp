// HD216, HD217: what root in the container may do besides.
#include <fmt/format.h>

#include <algorithm>

#include "containers/rules/findings.h"

namespace harden::settings {
namespace {

struct DangerousCapability {
  std::string_view name;
  std::string_view gives;  // "it …"
};

// Those that engines give anyway, or that harm nobody but the container
// (IPC_LOCK, SYS_NICE …), are not here.
constexpr DangerousCapability dangerous[] = {
    {"ALL", "may do all that root on the host may"},
    {"AUDIT_CONTROL", "switches the host's audit off"},
    {"AUDIT_READ", "reads the host's audit log"},
    {"BPF", "loads programs into the kernel, which see the whole host"},
    {"CHECKPOINT_RESTORE", "chooses process ids and reads memory maps"},
    {"DAC_READ_SEARCH",
     "reads every file, by its handle also those of the host"},
    {"LINUX_IMMUTABLE", "makes files that nobody can remove"},
    {"MAC_ADMIN", "changes the rules of AppArmor or SELinux"},
    {"MAC_OVERRIDE", "passes by the rules of AppArmor or SELinux"},
    {"NET_ADMIN",
     "changes interfaces, routes and firewall of its network, and reaches "
     "much of the kernel that way"},
    {"PERFMON", "watches every process of the host, and the kernel"},
    {"SYSLOG", "reads the kernel's log, with the addresses exploits need"},
    {"SYS_ADMIN",
     "mounts file systems and much more, which is as good as root on the host"},
    {"SYS_BOOT", "restarts the host, or starts another kernel"},
    {"SYS_MODULE", "loads kernel modules, which is root on the host"},
    {"SYS_PACCT", "writes the host's process accounting"},
    {"SYS_PTRACE", "reads and changes the memory of every process it sees"},
    {"SYS_RAWIO", "reads and writes the host's memory and disks directly"},
    {"SYS_RESOURCE", "passes by its limits and quotas"},
    {"SYS_TIME", "sets the host's clock"},
    {"SYS_TTY_CONFIG", "takes over the host's terminals"},
};

bool drops_all(const ContainerSettings& container) {
  return std::any_of(container.cap_drop.begin(), container.cap_drop.end(),
                     [](const auto& it) { return it.value == "ALL"; });
}

void find_added(const ContainerSettings& container, Findings& out) {
  for (const PlacedText& it : container.cap_add) {
    const auto* found = std::find_if(std::begin(dangerous), std::end(dangerous),
                                     [&](const DangerousCapability& known) {
                                       return known.name == it.value;
                                     });
    if (found == std::end(dangerous)) continue;
    out.add("HD216", Severity::warning, it.span,
            fmt::format("{} gets the capability {}: it {}", container.what,
                        it.value, found->gives),
            "leave it out, or show that nothing less will do", "5.4");
  }
}

}  // namespace

void find_capabilities(const ContainerSettings& container, Findings& out) {
  find_added(container, out);
  const bool privileged = container.privileged && container.privileged->value;
  if (drops_all(container) || privileged ||
      may_be_set(container, {"cap_drop", "cap-drop", "drop"})) {
    return;
  }
  out.add("HD217", Severity::info, container.span,
          fmt::format("{} keeps the capabilities that the engine gives to "
                      "every container, of which few programs need any",
                      container.what),
          written(container, "`cap_drop: [ALL]`, and `cap_add` what is missed",
                  "`capabilities: {drop: [ALL]}`, and `add` what is missed",
                  "`--cap-drop ALL`, and `--cap-add` what is missed"),
          "5.4");
}

}  // namespace harden::settings
