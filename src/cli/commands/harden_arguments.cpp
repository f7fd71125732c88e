#include "cli/commands/harden_arguments.h"

#include <algorithm>

#include "base/text/enum_words.h"
#include "base/text/word_lists.h"
#include "cli/options/version.h"

namespace harden::cli {
namespace {

constexpr auto bundle_parts = enum_words<BundlePart::run, BundlePart::report>(
    "run", "compose", "kubernetes", "daemon", "policy", "seccomp", "apparmor",
    "report");

}  // namespace

const CommandHelp HardenArguments::help = {
    "harden", "harden DOCKERFILE [-o FILE] [OPTIONS]",
    "Takes a Dockerfile and gives back one that runs as an unprivileged user\n"
    "and is otherwise, byte for byte, your own file.",
    R"(Commands:
  harden check [FILE...]   Say as whom the images run; changes nothing
  harden config FILE       Print what holds for a file, and who says so
  harden policy FILE       Print what a container of the image needs
  harden profile VERB      Write profiles for AppArmor and seccomp
  harden trace FILE        Run the image, and write a profile of what it calls
  harden explain CODE      All about one code
  harden rules             List the codes
  harden completion SHELL  Print completions for bash, zsh or fish
  harden man               Print the manual page
  (A Dockerfile that is called check is ./check here.)

Examples:
  harden Dockerfile -o Dockerfile.secure
  harden Dockerfile --diff
  harden --in-place */Dockerfile
  harden Dockerfile --user web --uid 20000 --target production
  harden Dockerfile --step-down=never -o Dockerfile.secure
  harden Dockerfile -o Dockerfile.secure --emit run,compose --set limits.memory=1g
  harden Dockerfile --rootfs=scratch -o Dockerfile.secure
  harden Dockerfile --rootfs=scratch --keep /usr/share/fonts --keep-shell
  cat Dockerfile | harden - > Dockerfile.secure

A start script that needs root at first gets a changed copy beside it, such as
docker/entrypoint.secure.sh, which gives up root before the program starts; the
new Dockerfile copies that one. --step-down=always does so for every script,
--step-down=never sets USER instead and says what then fails.

Beside FILE the folder FILE.d is written: run.sh (the docker run line),
compose.yaml, kubernetes.yaml, daemon.json for the host, policy.json,
apparmor.profile, and REPORT.md, which says what was changed, assumed and left
to you. They follow from what the image needs; harden.toml and --set change it.

An image of one static program that the file builds gets a last stage FROM
scratch. --rootfs=keep leaves the base. --rootfs=scratch does it for programs
with shared libraries, Python and nginx, too, and makes it an error when the
files do not show that scratch is safe; --keep names what they do not tell.

Exit status:
  0  the result runs unprivileged
  1  written, but it still starts as root, nobody can tell, or it is not from
     scratch as --rootfs=scratch asks
  2  nothing written: bad input or wrong usage)"};

void HardenArguments::declare(OptionSet& options) {
  options.page("--version", version_line(), "The version");
  options.page("--license", license_text(),
               "Its license, and those of its libraries");
  options.positionals("DOCKERFILE", files,
                      "The file to harden; - is standard input");
  declare_output(options);
  options.flag("--diff", diff, "Print what changes, as diff -u");
  options.flag("--in-place", in_place, "Rewrite the files themselves");
  declare_rewrite(options);
  options.flag("--write-scripts", write_scripts,
               "Write scripts also with standard output");
  declare_bundle(options);
  declare_context(options);
  declare_terminal(options);
}

void HardenArguments::declare_bundle(OptionSet& options) {
  options.flag("--no-bundle", no_bundle,
               "Write no FILE.d with settings for runtimes");
  options.text("--bundle", bundle, "DIR", "Where they go, if not into FILE.d");
  options.value(
      "--emit", [this](const std::string& words) { take_parts(words); }, "LIST",
      "run,compose,kubernetes,daemon,policy,\nseccomp,apparmor,report",
      bundle_parts.all());
  options.choice("--engine", engine, engines, "ENGINE",
                 "docker (default) or podman, for run.sh");
  declare_policy_keys(options);
}

void HardenArguments::take_parts(std::string_view words) {
  while (!words.empty()) {
    const std::size_t comma = std::min(words.find(','), words.size());
    parts.push_back(value_of(bundle_parts, "--emit", words.substr(0, comma)));
    words.remove_prefix(std::min(comma + 1, words.size()));
  }
}

bool HardenArguments::asks_for(BundlePart part) const {
  return parts.empty() || is_one_of(part, parts);
}

}  // namespace harden::cli
