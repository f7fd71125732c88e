// Those that ask or change, depending on their arguments.
#include <algorithm>
#include <string>
#include <string_view>

#include "base/text/word_lists.h"
#include "command/argument_options.h"
#include "command/command_facts.h"
#include "command/interpreters.h"
#include "knowledge/knowledge.h"

namespace harden {
namespace {

// What the table of commands says of it.
Effects as_root(std::string_view name) {
  return {{}, acts_of(*find_command(name))};
}

// `service NAME VERB`, `/etc/init.d/NAME VERB`, `systemctl VERB NAME`,
// `rc-service NAME VERB`: a verb that only asks is harmless.
Effects service(const CommandLine& line) {
  const bool asks = std::ranges::any_of(line.argv, [](const CommandWord& it) {
    return it.known &&
           is_one_of(it.text, {"status", "--status-all", "--version", "--help",
                               "is-active", "is-enabled", "is-failed",
                               "list-units", "list-unit-files", "show", "cat",
                               "list", "--list", "configtest", "stop"});
  });
  return asks ? Effects{} : as_root("service");
}

// Without operands it lists what is mounted.
Effects mount(const CommandLine& line) {
  const ArgumentOptions options(
      line.argv, {.letters_with_value = "otLUT",
                  .names_with_value = "--types --options --source --target "
                                      "--label --uuid --fstab"});
  const bool lists =
      options.operands.empty() &&
      !options.has({"-a", "--all", "--source", "--target", "-L", "-U"});
  const bool asks = options.has({"-l", "--show-labels", "-V", "-h", "--help"});
  return lists || asks ? Effects{} : as_root("mount");
}

// `sysctl NAME` and `sysctl -n NAME` read.
Effects sysctl(const CommandLine& line) {
  const bool sets =
      std::ranges::any_of(line.argv.behind(1), [](const CommandWord& it) {
        return !it.known || it.text.find('=') != it.text.npos ||
               it.text.starts_with("-p") ||
               is_one_of(it.text,
                         {"-w", "--write", "-f", "--load", "--system"});
      });
  return sets ? as_root("sysctl") : Effects{};
}

Effects date(const CommandLine& line) {
  const ArgumentOptions options(
      line.argv, {.letters_with_value = "dfrsI",
                  .names_with_value = "--date --file --reference --set"});
  if (!options.has({"-s", "--set"})) return {};
  return as_root("hwclock");
}

// With --chuid it steps down (see step_down_call); otherwise the daemon is
// root.
Effects start_stop_daemon(const CommandLine& line) {
  const ArgumentOptions options(line.argv, {});
  if (!options.has({"-S", "--start"})) return {};
  return as_root("service");
}

constexpr NamedInterpreter system_table[] = {
    {"service", service},
    {"systemctl", service},
    {"invoke-rc.d", service},
    {"rc-service", service},
    {"initctl", service},
    {"mount", mount},
    {"sysctl", sysctl},
    {"date", date},
    {"start-stop-daemon", start_stop_daemon},
    // The scripts of /etc/init.d, whatever their names.
    {"/etc/init.d", service},
};

}  // namespace

std::span<const NamedInterpreter> system_interpreters() { return system_table; }

}  // namespace harden
