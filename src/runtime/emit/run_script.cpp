// run.sh. A comment cannot stand between continued lines, so each option is
// put at the end of the shell's only list, "$@"; the arguments that the user
// gave are in front of them until the last moment.
#include <fmt/format.h>

#include "base/quote/comment.h"
#include "base/quote/visible_text.h"
#include "base/quote/words.h"
#include "runtime/emit/emit.h"
#include "runtime/emit/engine_values.h"
#include "runtime/emit/reasons.h"
#include "runtime/emit/run_checks.h"
#include "runtime/emit/run_options.h"

namespace harden {
namespace {

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
