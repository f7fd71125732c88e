// HD212, HD219, HD220, HD221, HD230: what of the host is in the container.
#include <fmt/format.h>

#include "containers/rules/findings.h"
#include "knowledge/host_paths.h"

namespace harden::settings {
namespace {

bool is_socket(const MountSetting& mount, const std::string& source) {
  const bool from_host = mount.kind == MountSetting::Kind::bind ||
                         mount.kind == MountSetting::Kind::other;
  // A variable may decide where the socket is on the host.
  return from_host &&
         (has_engine_socket(source) || mount.target.ends_with("/docker.sock"));
}

void find_socket(const ContainerSettings& container, const MountSetting& mount,
                 const std::string& source, Findings& out) {
  const bool itself = mount.target.ends_with(".sock") ||
                      source.ends_with(".sock") || source.starts_with("$");
  out.add("HD212", Severity::error, mount.span,
          fmt::format("{} gets {} `{}`: who talks to it starts containers that "
                      "are root on the host{}",
                      container.what,
                      itself ? "the engine's socket"
                             : "the folder with the engine's socket,",
                      mount.source,
                      mount.read_only ? ", which `ro` does not prevent" : ""),
          "leave it out, or put a proxy in between that lets only the calls "
          "through that are needed",
          "5.32");
}

void find_host_path(const ContainerSettings& container,
                    const MountSetting& mount, const std::string& source,
                    Findings& out) {
  const HostPath found = describe_host_path(source);
  if (found.what.empty() || (found.harmless && mount.read_only)) return;
  const bool mild = mount.read_only && !found.secret;
  out.add("HD219", mild ? Severity::info : Severity::warning, mount.span,
          fmt::format("{} {} `{}` of the host: {}", container.what,
                      mount.read_only ? "reads" : "may write", mount.source,
                      found.what),
          mount.read_only
              ? "mount only the files that it needs"
              : "mount only what it needs, and read-only, or use a volume",
          "5.6");
}

void find_relabel(const ContainerSettings& container, const MountSetting& mount,
                  const std::string& source, Findings& out) {
  if (mount.relabel == '\0' || !must_keep_label(source)) return;
  out.add("HD220", Severity::warning, mount.span,
          fmt::format("`{}` gives everything in `{}` an SELinux label of "
                      "containers: {}, and the host's own programs may lose "
                      "access",
                      mount.relabel, mount.source,
                      mount.relabel == 'Z'
                          ? fmt::format("only {} may use it", container.what)
                          : "every container may use it"),
          "mount a folder that belongs to the container alone");
}

void find_propagation(const ContainerSettings& container,
                      const MountSetting& mount, Findings& out) {
  if (mount.propagation != "shared" && mount.propagation != "rshared") return;
  out.add("HD230", Severity::warning, mount.span,
          fmt::format("what {} mounts below `{}` is mounted on the host, too",
                      container.what, mount.target),
          "leave the propagation out, or use `rslave`", "5.20");
}

}  // namespace

void find_mounts(const ContainerSettings& container, Findings& out) {
  for (const MountSetting& it : container.mounts) {
    const std::string source = clean_host_path(it.source);
    find_propagation(container, it, out);
    if (is_socket(it, source)) {
      find_socket(container, it, source, out);
    }
    // With `/` the socket is the least of it.
    if (it.kind == MountSetting::Kind::bind &&
        (source == "/" || !is_socket(it, source))) {
      find_host_path(container, it, source, out);
    }
    if (it.kind == MountSetting::Kind::bind) {
      find_relabel(container, it, source, out);
    }
  }
}

void find_devices(const ContainerSettings& container, Findings& out) {
  for (const PlacedText& it : container.devices) {
    // Without a slash it is the name of a kind of device, such as GPUs.
    if (!it.value.starts_with('/')) continue;
    const std::string path =
        clean_host_path(it.value.substr(0, it.value.find(':')));
    const bool raw = is_raw_device(path);
    out.add("HD221", Severity::warning, it.span,
            raw ? fmt::format("{} gets the device `{}`: it reads and writes "
                              "what the host has {} past all permissions",
                              container.what, path,
                              path.ends_with("mem") ? "in memory" : "on disk")
                : fmt::format("{} gets the device `{}`, and with it the "
                              "host's driver for it",
                              container.what, path),
            raw ? "leave it out"
                : "keep it only if the program uses it, with no more rights "
                  "than it needs (`:r`)",
            "5.18");
  }
}

}  // namespace harden::settings
