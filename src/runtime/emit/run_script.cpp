// run.sh. A comment cannot stand between continued lines, so each option is
// put at the end of the shell's only list, "$@"; the arguments that the user
// gave are in front of them until the last moment.
#include <fmt/format.h>

#include "base/quote/comment.h"
#include "base/quote/visible_text.h"
#include "base/quote/words.h"
#include "runtime/apparmor/apparmor.h"
#include "runtime/emit/emit.h"
#include "runtime/emit/engine_values.h"
#include "runtime/emit/run_options.h"
#include "runtime/emit/texts.h"

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

// What run.sh sees to before it starts the container, because the engine would
// go on without a word or stop with one that nobody understands: lines of sh,
// which use `$engine`.
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

constexpr std::string_view rotate = R"(
# What this script was given goes behind the image.
while [ "$given" -gt 0 ]; do
  argument=$1
  shift
  set -- "$@" "$argument"
  given=$((given - 1))
done

exec "$engine" run "$@"
)";

std::string header(const Policy& policy, std::string_view engine) {
  std::string text = "#!/bin/sh\n";
  text += comment(fmt::format(
      "Runs the image of {}, confined to what it needs. Written by harden: "
      "change harden.toml and run harden again, not this file.",
      policy.dockerfile));
  text += fmt::format(R"(#
#   ./run.sh ARGS…                           ARGS go to the image's command
#   RUN_OPTIONS='-d -e KEY=value' ./run.sh   further options of {0} run
#   IMAGE=name:tag ENGINE=/usr/bin/{0} ./run.sh
)",
                      engine);
  return text;
}

std::string refusal(const Policy& policy) {
  return "#!/bin/sh\n" +
         comment(fmt::format("Does not run the image of {}. Written by harden.",
                             policy.dockerfile)) +
         fmt::format(
             "# shellcheck disable=SC2016 # printed as it is\n"
             "printf 'run.sh: %s\\n' {} >&2\nexit 1\n",
             shell_word("not run: " + visible(policy.unsafe_because)));
}

std::string settings(const Policy& policy, std::string_view engine) {
  // No file names: RUN_OPTIONS is split at blanks, and no more than that.
  std::string text = "set -euf\n\n";
  text += fmt::format("engine=${{ENGINE:-{}}}\n", engine);
  text += comment(why(policy.image.reasons));
  text += fmt::format("default_image={}\n", shell_word(policy.image.value));
  text += "image=${IMAGE:-$default_image}\n";
  const std::string& seccomp = policy.seccomp.value;
  if (!seccomp.empty() && !seccomp.starts_with('/')) {
    text += "folder=$(dirname -- \"$0\")\n";
  }
  return text;
}

// The option as words of the shell.
std::string words(const RunOption& option) {
  std::string text = option.flag;
  if (!option.value) return text;
  if (option.file.empty()) return text + " " + shell_word(*option.value);
  return fmt::format("{} \"{}$folder/{}\"", text,
                     in_double_quotes(*option.value),
                     in_double_quotes(option.file));
}

std::string options(const Policy& policy, Engine engine) {
  std::string text = "\ngiven=$#\n";
  for (const RunOption& it : run_options(policy, engine)) {
    text += "\n" + comment(it.reason);
    if (!it.flag.empty()) text += "set -- \"$@\" " + words(it) + "\n";
  }
  text += "\n# shellcheck disable=SC2086 # split at blanks\n";
  text += "set -- \"$@\" ${RUN_OPTIONS-} \"$image\"\n";
  return text;
}

}  // namespace

std::string emit_run_script(const Policy& policy, Engine engine) {
  const std::string_view name = engine == Engine::podman ? "podman" : "docker";
  if (!policy.unsafe_because.empty()) return refusal(policy);
  return header(policy, name) + settings(policy, name) + run_checks(policy) +
         options(policy, engine) + std::string(rotate);
}

}  // namespace harden
