#include <fmt/format.h>

#include "containers/container_subject.h"
#include "knowledge/host_paths.h"

namespace harden::rule {

extern constexpr RuleInfo host_mount = {
    .code = "HD219",
    .name = "host-mount",
    .summary = "The container gets a sensitive folder of the host",
    .what =
        "Bind mounts and `hostPath` of `/`, `/boot`, `/dev`, `/etc`, "
        "`/lib`, `/proc`, `/sys`, `/usr`, homes and keys in them, and the "
        "data of engines. Read-only mounts are told as info; "
        "`/etc/localtime` and its like are fine then.",
    .why =
        "Writing there changes the host: a line in a crontab, a key in "
        "`authorized_keys`, a program that root starts. Reading gives "
        "passwords and keys away.",
    .remedy =
        "Mount the one file or folder that is needed, read-only; use a "
        "volume for data.",
    .before =
        "services:\n"
        "  web:\n"
        "    image: nginx:1.27\n"
        "    volumes:\n"
        "      - /etc:/host/etc\n",
    .references =
        {"CIS Docker Benchmark 1.6, 5.6: sensitive host system directories "
         "are not mounted on containers",
         "https://kubernetes.io/docs/concepts/security/"
         "pod-security-standards/"},
    .severity = Severity::warning,
    .language = "yaml",
};

void check_host_mount(const ContainerSubject& subject, Findings& findings) {
  for (const MountSetting& it : subject.container.mounts) {
    const std::string source = clean_host_path(it.source);
    if (it.kind != MountSetting::Kind::bind) continue;
    // With `/` the socket is the least of it.
    if (source != "/" && brings_engine_socket(it)) continue;
    const HostPath found = describe_host_path(source);
    if (found.what.empty() || (found.harmless && it.read_only)) continue;
    findings.push_back(finding(
        host_mount, it.span,
        fmt::format("{} {} `{}` of the host: {}", subject.container.what,
                    it.read_only ? "reads" : "may write", it.source,
                    found.what),
        subject.cited(
            it.read_only
                ? "mount only the files that it needs"
                : "mount only what it needs, and read-only, or use a volume",
            "5.6")));
    // What it only reads can be no way out.
    if (it.read_only && !found.secret) {
      findings.back().severity = Severity::info;
    }
  }
}

}  // namespace harden::rule
