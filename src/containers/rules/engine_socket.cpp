#include <fmt/format.h>

#include "containers/container_subject.h"
#include "knowledge/host_paths.h"

namespace harden::rule {

extern constexpr RuleInfo engine_socket = {
    .code = "HD212",
    .name = "engine-socket",
    .summary = "The container gets the socket of the container engine",
    .what =
        "Mounts of docker.sock, podman.sock, containerd.sock, crio.sock and "
        "the like, of a folder that holds one (`/`, `/run`, `/var/run`), "
        "and whatever is mounted as `/var/run/docker.sock`.",
    .why =
        "Who can talk to the engine starts a privileged container with the "
        "host's disk in it: this is root on the host. A read-only mount "
        "changes nothing, since messages to a socket are not writes to its "
        "file.",
    .remedy =
        "Leave it out. Where a program must watch containers, put a proxy "
        "in between that lets only those calls through, or use a remote API "
        "with its own rights.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    volumes:\n"
        "      - /var/run/docker.sock:/var/run/docker.sock:ro\n",
    .references =
        {"CIS Docker Benchmark 1.6, 5.32: the Docker socket is not mounted "
         "inside any containers",
         "https://docs.docker.com/engine/security/protect-access/"},
    .severity = Severity::error,
    .language = "yaml",
};

namespace {

Diagnostic about_socket(const ContainerSubject& subject,
                        const MountSetting& mount) {
  const std::string source = clean_host_path(mount.source);
  const bool itself = mount.target.ends_with(".sock") ||
                      source.ends_with(".sock") || source.starts_with("$");
  return finding(
      engine_socket, mount.span,
      fmt::format("{} gets {} `{}`: who talks to it starts containers that "
                  "are root on the host{}",
                  subject.container.what,
                  itself ? "the engine's socket"
                         : "the folder with the engine's socket,",
                  mount.source,
                  mount.read_only ? ", which `ro` does not prevent" : ""),
      subject.cited("leave it out, or put a proxy in between that lets only "
                    "the calls through that are needed",
                    "5.32"));
}

}  // namespace

void check_engine_socket(const ContainerSubject& subject, Findings& findings) {
  for (const MountSetting& it : subject.container.mounts) {
    if (!brings_engine_socket(it)) continue;
    findings.push_back(about_socket(subject, it));
  }
}

}  // namespace harden::rule
