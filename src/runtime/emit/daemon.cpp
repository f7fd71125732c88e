// daemon.json: what holds for every container of a host. One image's profiles
// never stand here: `seccomp-profile` would be everybody's.
#include "base/libraries/json.h"
#include "runtime/emit/emit.h"

namespace harden {

std::string emit_daemon(const DaemonSettings& settings) {
  nlohmann::ordered_json json;
  if (settings.userns_remap) json["userns-remap"] = "default";
  json["no-new-privileges"] = true;
  json["icc"] = false;
  if (!settings.swarm) json["live-restore"] = true;
  json["exec-opts"] = {settings.systemd_cgroups
                           ? "native.cgroupdriver=systemd"
                           : "native.cgroupdriver=cgroupfs"};
  if (!settings.cgroup_parent.empty()) {
    json["cgroup-parent"] = settings.cgroup_parent;
  }
  if (settings.selinux) json["selinux-enabled"] = true;
  json["log-driver"] = "local";
  json["log-opts"] = {{"max-size", "10m"}, {"max-file", "5"}};
  // No `nproc`: the kernel counts it over all containers of one uid.
  json["default-ulimits"]["nofile"] = {
      {"Name", "nofile"}, {"Soft", 65536}, {"Hard", 524288}};
  json["default-ulimits"]["core"] = {
      {"Name", "core"}, {"Soft", 0}, {"Hard", 0}};
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) +
         "\n";
}

std::vector<std::string> daemon_notes(const DaemonSettings& settings) {
  std::vector<std::string> notes = {
      "its place is /etc/docker/daemon.json; settings that are there already "
      "have to be merged, and none may also be an option of dockerd",
      "check it with `dockerd --validate --config-file daemon.json` (Engine "
      "23.0), then restart the engine: but for live-restore nothing of it "
      "applies before, and containers that exist keep what they were made "
      "with"};
  if (settings.userns_remap) {
    notes.insert(
        notes.end(),
        {"userns-remap hides the images, containers and volumes that exist: "
         "they come back when it is taken out, and must be pulled, built or "
         "copied anew until then",
         "userns-remap maps root of every container to an unprivileged user of "
         "the host, `dockremap`, which needs entries in /etc/subuid and "
         "/etc/subgid",
         "with userns-remap, files of a bind mount belong to nobody inside; "
         "give them to the mapped uid, or use named volumes",
         "userns-remap excludes --privileged, --pid host and --network host; a "
         "container that needs one must say --userns host",
         "userns-remap excludes the containerd image store, which new "
         "installations of Engine 29 use: the engine then keeps images as "
         "before"});
  }
  notes.push_back(
      "icc: false needs iptables and separates containers on the default "
      "bridge "
      "only; those that talk to each other need a user-defined network");
  notes.push_back(
      settings.swarm
          ? "live-restore is left out, since an engine with it refuses Swarm"
          : "live-restore keeps containers running while the engine restarts; "
            "an engine with it refuses `docker swarm init`");
  notes.push_back(
      settings.systemd_cgroups
          ? "native.cgroupdriver=systemd asks for a host that systemd runs; a "
            "cgroup-parent must then end in `.slice`"
          : "native.cgroupdriver=cgroupfs and systemd on one host write to the "
            "same tree; prefer systemd where it runs");
  notes.push_back(
      settings.selinux
          ? "selinux-enabled needs a host with SELinux and the package "
            "container-selinux; bind mounts then need :z or :Z"
          : "on a host with SELinux (Fedora, RHEL) add \"selinux-enabled\": "
            "true");
  notes.push_back(
      "the log driver `local` keeps five files of 10 MB a container; `docker "
      "logs` reads them, programs that read json-file do not");
  return notes;
}

}  // namespace harden
