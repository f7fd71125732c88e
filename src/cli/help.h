// The texts of --help around the lists of options.
#pragma once

#include <string_view>

namespace harden::cli {

struct CommandHelp {
  std::string_view name;
  std::string_view usage;
  std::string_view description;
  std::string_view examples;
};

inline constexpr CommandHelp harden_help = {
    "harden", "harden DOCKERFILE [-o FILE] [OPTIONS]",
    "Takes a Dockerfile and gives back one that runs as an unprivileged user\n"
    "and is otherwise, byte for byte, your own file.",
    R"(Commands:
  harden check FILE...     Say as whom the images run; changes nothing
  harden policy FILE       Print what a container of the image needs
  harden explain CODE      All about one code
  harden rules             List the codes
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
compose.yaml, kubernetes.yaml, daemon.json for the host, policy.json, and
REPORT.md, which says what was changed, assumed and left to you. They follow
from what the image needs; harden.toml and --set change it.

An image of one static program that the file builds gets a last stage FROM
scratch. --rootfs=keep leaves the base. --rootfs=scratch does it for programs
with shared libraries, Python and nginx, too, and makes it an error when the
files do not show that scratch is safe; --keep names what they do not tell.

Exit status:
  0  the result runs unprivileged
  1  written, but it still starts as root, nobody can tell, or it is not from
     scratch as --rootfs=scratch asks
  2  nothing written: bad input or wrong usage)"};

inline constexpr CommandHelp check_help = {
    "harden check", "harden check FILE... [OPTIONS]",
    "Says as whom images run, and what undoes the isolation of containers:\n"
    "reads Dockerfiles, Compose files, Kubernetes manifests and run lines.",
    R"(Examples:
  harden check Dockerfile
  harden check --unknown=warn */Dockerfile
  harden check Dockerfile --build-arg APP_USER=1000:1000
  harden check Dockerfile --allow-step-down=no
  docker image inspect corp/base > base.json
  harden check Dockerfile --base-inspect base.json
  harden check compose.yaml k8s/*.yaml
  harden check --run 'docker run --privileged -v /:/host alpine'

A comment above an instruction or setting excuses a finding there:
  # harden: ignore=HD101 needs raw sockets until we move to ambient caps

Exit status:
  0  shown to run unprivileged; no errors in settings
  1  root, or nobody can tell; or stepping down where that is not allowed;
     errors in settings
  2  not readable, none of these files, keys given twice or that no engine
     knows, or wrong usage)"};

inline constexpr CommandHelp explain_help = {
    "harden explain", "harden explain CODE",
    "All about one code: what is looked at, why it matters, what to do.",
    R"(Examples:
  harden explain HD101
  harden explain root-user)"};

inline constexpr CommandHelp policy_help = {
    "harden policy", "harden policy DOCKERFILE [OPTIONS]",
    "Prints what a container of the hardened image needs at run time, and "
    "why:\n"
    "user, ports, writable paths, capabilities, limits, namespaces.",
    R"(Examples:
  harden policy Dockerfile
  harden policy Dockerfile --format json
  harden policy Dockerfile --set limits.memory=1g --set 'ports=["80"]'

In harden.toml, in the Dockerfile's folder or above it:
  [policy]
  ports = ["8080:80"]
  writable = [{ path = "/var/cache/app", size = "128m" }]
  [policy.limits]
  memory = "1g"

Exit status:
  0  the service is shown to run unprivileged
  1  it runs as root, or nobody can tell
  2  not readable, not a Dockerfile, or wrong usage)"};

inline constexpr CommandHelp rules_help = {"harden rules", "harden rules",
                                           "Lists all codes.",
                                           R"(Examples:
  harden rules
  harden rules | grep warning)"};

}  // namespace harden::cli
