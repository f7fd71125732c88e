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

inline constexpr CommandHelp check_help = {
    "harden check", "harden check [FILE|FOLDER|PATTERN]... [OPTIONS]",
    "Says as whom images run, and what undoes the isolation of containers:\n"
    "reads Dockerfiles, Compose files, Kubernetes manifests and run lines.",
    R"(Examples:
  harden check                            (the current folder)
  harden check Dockerfile services deploy/
  harden check 'apps/**/*.yaml' --jobs 4
  harden check --changed-since origin/main
  harden check - --stdin-filename app/Dockerfile < Dockerfile
  harden check --unknown=warn */Dockerfile
  harden check Dockerfile --build-arg APP_USER=1000:1000
  harden check Dockerfile --allow-step-down=no
  docker image inspect corp/base > base.json
  harden check Dockerfile --base-inspect base.json
  harden check compose.yaml k8s/*.yaml
  harden check --run 'docker run --privileged -v /:/host alpine'
  harden check --format sarif -o harden.sarif Dockerfile
  harden check --format markdown */Dockerfile >> "$GITHUB_STEP_SUMMARY"
  harden check --fix Dockerfile
  harden check --fix --unsafe --diff Dockerfile
  harden check --fix-only HD130 --unsafe Dockerfile
  harden check --write-baseline
  harden check --baseline harden-baseline.json
  cat Dockerfile | harden check --fix - -o report.txt > Dockerfile.fixed

--format json      for programs (docs/check.schema.json)
--format sarif     SARIF 2.1.0, for code scanning and editors
--format junit     a suite for each file; what fails the check is a failure
--format gitlab    a Code Quality report
--format github    annotations of GitHub Actions
--format markdown  a table, for job summaries and comments

The file of -o is there as a whole or not at all. Files that cannot be checked
are told in every format, and on standard error.

--fix leaves what --unsafe would change, what comments excuse, and what only you
can decide. The report then says what was fixed, and the exit status is that of
what is left. Where standard output holds a diff or the fixed standard input,
the report goes to -o, or as text to standard error.

In folders Dockerfile, Containerfile, Dockerfile.* and *.Dockerfile are looked
for, and Compose files and manifests by what is in them; hidden folders too, but
neither .git nor what .gitignore names. Other YAML there is passed over, as are
templates. Patterns in quotes are read by harden, ** stands for folders.
--changed-since takes only files that differ themselves, or that git does not
know yet: a changed start script or harden.toml does not bring its Dockerfile.

A comment above an instruction or setting excuses a finding there,
ignore-stage one in its stage of a Dockerfile, ignore-file one in its file:
  # harden: ignore=HD101 needs raw sockets until we move to ambient caps

[check] in the nearest harden.toml (`harden config FILE` prints what holds):
  [check]
  fail-level = "warning"
  require-reason = true              # of comments that excuse
  suppressions = ["HD101"]           # none may excuse it; or "forbidden"
  [check.severity]
  HD104 = "error"                    # error, warning, info, note or off
  [[check.ignore]]
  path = "legacy/**"
  rules = ["HD101"]
  reason = "is switched off at the end of the year"
  expires = 2026-12-31

--write-baseline keeps what is found in a file, and --baseline leaves that out
later, so that only what is new is reported. Findings are known by their rule
and the text of their line, wherever that moves.

Exit status:
  0  shown to run unprivileged; nothing else of --fail-level or above
  1  root, or nobody can tell; or stepping down where that is not allowed;
     another finding of --fail-level (error) or above
  2  not readable, none of these files, nothing found to check, keys given
     twice or that no engine knows, or wrong usage; nothing changed is 0)"};

inline constexpr CommandHelp config_help = {
    "harden config", "harden config [FILE...] [OPTIONS]",
    "Prints what holds for files: the settings of the nearest harden.toml, of\n"
    "the command line, and what harden does of its own accord.",
    R"(Examples:
  harden config
  harden config web/Dockerfile
  harden config web/Dockerfile --fail-level=warning --set limits.memory=1g
  harden config web/Dockerfile --format json

The text is a harden.toml with the same meaning. A comment behind each setting
says where it comes from. docs/harden.schema.json describes the file for
editors.

Exit status:
  0  printed
  2  a file or harden.toml is not readable or wrong, or wrong usage)"};

inline constexpr CommandHelp explain_help = {
    "harden explain", "harden explain CODE",
    "All about one code: what is looked at, why it matters, what to do.",
    R"(Examples:
  harden explain HD101
  harden explain root-user)"};

inline constexpr CommandHelp completion_help = {
    "harden completion", "harden completion SHELL",
    "Prints what makes bash, zsh or fish complete the words of harden.",
    R"(Examples:
  source <(harden completion bash)        (in ~/.bashrc)
  source <(harden completion zsh)         (in ~/.zshrc, behind compinit)
  harden completion fish > ~/.config/fish/completions/harden.fish

The Debian package has them where the shells look for them.)"};

inline constexpr CommandHelp manual_help = {
    "harden man", "harden man",
    "Prints the manual page: all commands and options.",
    R"(Examples:
  harden man | man -l -
  harden man > /usr/local/share/man/man1/harden.1)"};

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

inline constexpr CommandHelp profile_help = {
    "harden profile", "harden profile VERB ...",
    "Profiles that confine a container: which files and sockets it may use, "
    "and\n"
    "which system calls it may make.",
    R"(Verbs:
  harden profile apparmor DOCKERFILE      Write an AppArmor profile
  harden profile seccomp DOCKERFILE       Write a seccomp profile
  harden profile diff A B                 Say what B allows and A does not
  harden profile lint FILE...             Say what is wrong with profiles
  harden profile test PROFILE -- CMD...   Try a profile on a program

Each has a page of its own: harden profile seccomp --help)"};

inline constexpr CommandHelp profile_apparmor_help = {
    "harden profile apparmor", "harden profile apparmor DOCKERFILE [OPTIONS]",
    "Writes an AppArmor profile: which files, programs, sockets and\n"
    "capabilities a container of the image may use, from its policy.",
    R"(Examples:
  harden profile apparmor Dockerfile -o apparmor.profile
  harden profile apparmor Dockerfile --strength strict --complain
  journalctl -k | harden profile apparmor Dockerfile --from-log -
  harden profile apparmor --profile docker-web --from-log /var/log/audit/audit.log
  harden profile apparmor --bane web.toml -o /etc/apparmor.d/containers/docker-web

--strength container  the engine's default rules, without capabilities, raw
                      sockets and writing that the policy does not name
--strength strict     nothing but what the policy names: also which programs
                      run, and what is read

`[policy] apparmor = "container"` or "strict" in harden.toml makes run.sh,
compose.yaml and kubernetes.yaml use the profile, which must then be loaded on
each host. The profile's head says how that is done.

Exit status:
  0  written, and the service is shown to run unprivileged
  1  written, but it runs as root, or nobody can tell; or settings of bane
     were wrong and left out
  2  nothing written: bad input or wrong usage)"};

inline constexpr CommandHelp profile_seccomp_help = {
    "harden profile seccomp", "harden profile seccomp DOCKERFILE [OPTIONS]",
    "Writes a seccomp profile: the system calls that a container of the "
    "image\n"
    "needs, from its runtime and its policy. All others fail with EPERM.",
    R"(Examples:
  harden profile seccomp Dockerfile -o seccomp.json
  docker run --security-opt seccomp=seccomp.json ...
  harden profile seccomp Dockerfile --oci -o seccomp.oci.json
  harden profile seccomp Dockerfile --merge own.json --margin family
  strace -f -o api.log ./api
  harden profile seccomp --from-strace api.log Dockerfile -o seccomp.json

--from-strace takes full logs (strace -f), summaries (strace -c -f) and audit
records of SCMP_ACT_LOG, one LOG each time it is given. What a container needs
to start is added. Without a DOCKERFILE nothing is known about its rights.

The engines' form (the default) works with Docker and Podman. Kubernetes and
containerd take the plain form of --oci; the other one they would read without
its conditions, and so weaken it silently. --oci is for the architecture that
harden runs on.

Exit status:
  0  written, and the service is shown to run unprivileged
  1  written, but it runs as root, or nobody can tell
  2  nothing written: bad input or wrong usage)"};

inline constexpr CommandHelp trace_help = {
    "harden trace", "harden trace DOCKERFILE [OPTIONS]",
    "Builds the hardened image, runs it under strace with its own settings,\n"
    "writes the seccomp profile that follows, and starts the image under it.",
    R"(Examples:
  harden trace Dockerfile -o seccomp.json
  harden trace Dockerfile --exercise ./smoke-test.sh -o seccomp.json
  harden trace Dockerfile --exercise 'curl -fsS $HARDEN_URL/' --for 2m
  DOCKER_HOST=ssh://build harden trace Dockerfile --tracer corp/debian:12

The exercise is a file to execute or a line for /bin/sh, run until it succeeds.
It should reach all that the program can do: what it does not reach is refused
later. In its environment: HARDEN_URL (http:// and the first port as it is
published here), HARDEN_PORT_<n> for each port, HARDEN_CONTAINER, HARDEN_ENGINE.

Data, names and ports of a container in use are left alone: volumes, network
and published ports are others, and all is removed again. Folders of the host
that the policy mounts are used as they are. ENGINE=/usr/bin/docker names the
engine's program.

Exit status:
  0  written, and nothing was refused
  1  written, but the image does not start each time under the profile, the
     exercise fails there, or calls were refused
  2  nothing written: no engine, the image does not build or run, bad input or
     wrong usage)"};

inline constexpr CommandHelp profile_diff_help = {
    "harden profile diff", "harden profile diff A B",
    "Says which system calls the second profile allows and the first does\n"
    "not, and the other way round. Both forms are read.",
    R"(Examples:
  harden profile diff old.json seccomp.json
  harden profile diff default seccomp.json     (default: the engine's own)

Exit status:
  0  both allow the same
  1  they differ
  2  not readable, no profile, or wrong usage)"};

inline constexpr CommandHelp profile_lint_help = {
    "harden profile lint", "harden profile lint FILE...",
    "Says what is wrong with seccomp profiles: names that do not exist, rules\n"
    "that never match, calls without which no container starts, dangerous "
    "ones.",
    R"(Examples:
  harden profile lint seccomp.json
  harden explain HD305

Exit status:
  0  no errors
  1  errors
  2  not readable, no profile, or wrong usage)"};

inline constexpr CommandHelp profile_test_help = {
    "harden profile test", "harden profile test PROFILE [OPTIONS] -- CMD...",
    "Runs a program under a seccomp profile, without any engine and without\n"
    "root, and says which system calls were refused.",
    R"(Examples:
  harden profile test seccomp.json -- ls -l
  harden profile test seccomp.json --on-deny log -- python3 app.py
  harden profile test --on-deny strict -- /bin/true

--on-deny kill    a refused call ends the process
--on-deny errno   a refused call fails with EPERM
--on-deny log     a refused call goes through and is reported
--on-deny strict  the kernel's first mode: read, write, exit; no profile

Exit status:
  0  nothing was refused
  1  calls were refused
  2  not readable, no profile, no program, or wrong usage)"};

inline constexpr CommandHelp rules_help = {"harden rules", "harden rules",
                                           "Lists all codes.",
                                           R"(Examples:
  harden rules
  harden rules | grep warning)"};

}  // namespace harden::cli
