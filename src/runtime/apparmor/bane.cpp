// bane's profile, in bane's order, with the fixed rules of today's engines.
#include <fmt/format.h>

#include "runtime/apparmor/apparmor.h"
#include "runtime/apparmor/bane_settings.h"
#include "runtime/apparmor/bane_values.h"
#include "runtime/apparmor/fixed_rules.h"
#include "runtime/apparmor/rule_text.h"

namespace harden {
namespace {

using namespace apparmor;

constexpr std::string_view bane_usage =
    R"(# AppArmor profile from the settings of bane. Written by harden.
#
#   apparmor_parser -r -W FILE                    load it, or what was changed
#   aa-status | grep {0}    is it loaded, and does it enforce?
#   apparmor_parser -r -C FILE                    log only
#   apparmor_parser -R FILE                       take it out again
#   docker run --security-opt apparmor={0} …
#
# It is there after a restart of the host as /etc/apparmor.d/containers/{0}.
# AppArmor 2.x knows no `abi`: leave that line out.

)";

// Names of bane's template; newer engines have dropped them or say more.
constexpr std::string_view older_files = R"(  deny @{PROC}/mem rwklx,
  deny @{PROC}/kmem rwklx,
  deny /sys/firmware/efi/efivars/** rwklx,
)";

// One rule a value: "  BEFORE VALUE AFTER,", and a blank line in front.
std::string rules(const Texts& values, std::string_view before,
                  std::string_view after) {
  std::string text;
  for (const std::string& it : values) {
    const bool path = it.starts_with('/') || it.starts_with('@');
    text += fmt::format("{}  {}{}{},\n", text.empty() ? "\n" : "", before,
                        path ? as_glob(it) : it, after);
  }
  return text;
}

std::string lines(const Texts& values, std::string_view indent) {
  std::string text;
  for (const std::string& it : values)
    text += fmt::format("{}{}\n", indent, it);
  return text;
}

std::string network(const BaneSettings& settings) {
  std::string text = settings.protocols.empty()
                         ? "\n  network,\n"
                         : rules(settings.protocols, "network inet ", "");
  text += "  deny network alg,\n";
  if (!settings.raw) text += "  deny network raw,\n";
  if (!settings.packet) text += "  deny network packet,\n";
  return text;
}

std::string capabilities(const BaneSettings& settings) {
  if (settings.deny_capabilities.empty()) {
    return rules(settings.allow_capabilities, "capability ", "");
  }
  return "\n  capability,\n" +
         rules(settings.deny_capabilities, "deny capability ", "");
}

}  // namespace

BaneProfile read_bane(const SourceFile& source) {
  BaneProfile result;
  const BaneSettings settings = read_bane_settings(source, result.notes);
  result.name = "docker-" + settings.name;
  std::string& text = result.text;
  text = fmt::format(bane_usage, result.name) + preamble(true);
  text += lines(settings.imports, "") + opening(result.name, false);
  text +=
      "  include <abstractions/base>\n" + lines(settings.inner_imports, "  ");
  text += network(settings) + "\n  file,\n  umount,\n";
  text += rules(settings.read_only_paths, "deny ", " wl");
  text += rules(settings.log_on_write_paths, "audit ", " w");
  text += rules(settings.writable_paths, "", " w");
  text += rules(settings.allow_exec, "", " ix");
  text += rules(settings.deny_exec, "deny ", " mrwklx");
  text += capabilities(settings) + signal_rules(result.name);
  text += fmt::format("\n  ptrace (trace, tracedby, read, readby) peer={},\n",
                      quoted(result.name));
  text += std::string(kernel_files) + std::string(older_files) + "}\n";
  return result;
}

}  // namespace harden
