#include "runtime/emit/run_checks.h"

#include <fmt/format.h>

#include "base/quote/words.h"
#include "runtime/apparmor/apparmor.h"
#include "runtime/emit/engine_values.h"

namespace harden {
namespace {

constexpr std::string_view stop_function = R"(
stop() {
  printf 'run.sh: %s\n' "$1" >&2
  exit 1
}
)";

// Only root may read the list of profiles; others learn it from the engine,
// which refuses a profile that is not loaded where AppArmor is on.
constexpr std::string_view apparmor_check = R"(
# An engine on a host without AppArmor starts the container unconfined and says
# nothing.
profile={}
enabled=$(cat /sys/module/apparmor/parameters/enabled 2>/dev/null) || enabled=N
[ "$enabled" = Y ] ||
  stop "this host has no AppArmor, so $profile would not confine the container"
if loaded=$(cat /sys/kernel/security/apparmor/profiles 2>/dev/null); then
  printf '%s\n' "$loaded" | sed 's/ ([a-z]*)$//' | grep -qxF -e "$profile" ||
    stop "the AppArmor profile $profile is not loaded: apparmor_parser -r {}"
fi
)";

constexpr std::string_view ipc_check = R"(
# Only a container that offers its IPC namespace can be joined.
donor={}
ipc=$("$engine" inspect --type container --format '{{{{.HostConfig.IpcMode}}}}' \
  "$donor" 2>/dev/null) || stop "the container $donor does not run: start it \
first, with --ipc shareable"
[ "$ipc" = shareable ] || stop "the container $donor does not share its IPC \
namespace: start it with --ipc shareable"
)";

// `--volume` would make it, as root's.
constexpr std::string_view folder_check = R"(
source={}
[ -e "$source" ] || stop "the folder $source is not there: make it first"
)";

constexpr std::string_view network_check = R"(
network={}
"$engine" network inspect "$network" >/dev/null 2>&1 ||
  "$engine" network create "$network" >/dev/null
)";

}  // namespace

std::string run_checks(const Policy& policy) {
  std::string text;
  if (!policy.apparmor.value.empty()) {
    text += fmt::format(apparmor_check, shell_word(policy.apparmor.value),
                        policy.apparmor.value == apparmor_profile_name(policy)
                            ? "apparmor.profile"
                            : "FILE");
  }
  const std::string& ipc = policy.namespaces.ipc.value;
  constexpr std::string_view container = "container:";
  if (ipc.starts_with(container)) {
    text += fmt::format(ipc_check, shell_word(ipc.substr(container.size())));
  }
  for (const WritablePath& it : policy.writable) {
    if (it.relabel == '\0') continue;
    text += fmt::format(folder_check, shell_word(it.volume));
  }
  if (!text.empty()) text.insert(0, stop_function);
  const std::string& network = policy.namespaces.network.value;
  if (is_user_network(network)) {
    text += fmt::format(network_check, shell_word(network));
  }
  return text;
}

}  // namespace harden
