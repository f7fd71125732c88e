#include "runtime/apparmor/shared_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/quote/comment.h"
#include "base/text/ascii.h"
#include "runtime/apparmor/rule_text.h"
#include "runtime/emit/reasons.h"

namespace harden::apparmor {
namespace {

constexpr std::string_view indent = "  ";

constexpr std::string_view every_process = R"(
  # Devices that the engine gives to every container
  /dev/{null,zero,full,random,urandom,tty,console,ptmx} rw,
  /dev/pts/{,*} rw,
)";

constexpr std::string_view shared_memory = R"(  /dev/{shm,mqueue}/{,**} rwlk,
)";

// The container's side of "/dev/ttyS0:/dev/modem:rw".
std::string device_path(const std::string& spec) {
  const std::size_t first = spec.find(':');
  if (first == std::string::npos) return spec;
  const std::string rest = spec.substr(first + 1);
  const std::string inside = rest.substr(0, rest.find(':'));
  return inside.starts_with('/') ? inside : spec.substr(0, first);
}

// Libraries that the JVM and others unpack there are mapped as code.
std::string writable_rule(const WritablePath& path) {
  return fmt::format("{}  {} rw{}lk,\n", comment(why(path.reasons), indent),
                     whole_tree(path.path), path.exec ? "m" : "");
}

}  // namespace

bool has_capability(const Policy& policy, std::string_view name) {
  const auto& all = policy.capabilities;
  return std::any_of(all.begin(), all.end(),
                     [&](const CapabilityNeed& it) { return it.name == name; });
}

std::string capability_rules(const Policy& policy) {
  if (policy.capabilities.empty()) {
    return "\n  # No capability is needed, so none is allowed.\n";
  }
  std::string text = "\n";
  for (const CapabilityNeed& it : policy.capabilities) {
    text += comment(why(it.reasons), indent);
    text += fmt::format("  capability {},\n", lower_case(it.name));
  }
  return text;
}

std::string write_rules(const Policy& policy) {
  std::string text(every_process);
  if (policy.namespaces.ipc.value != "none") text += shared_memory;
  for (const DeviceNeed& it : policy.devices) {
    text += comment(why(it.reasons), indent);
    text += fmt::format("  {} rw,\n", quoted(device_path(it.spec)));
  }
  std::string paths;
  for (const WritablePath& it : policy.writable) paths += writable_rule(it);
  return text + (paths.empty() ? "" : "\n") + paths;
}

std::string paragraph(std::string_view text, std::string_view rules) {
  return "\n" + comment(text, indent) + std::string(rules);
}

}  // namespace harden::apparmor
