#include "knowledge/host_paths.h"

#include <algorithm>
#include <vector>

namespace harden {
namespace {

enum class Reach { itself, below, one_below };

struct KnownHostPath {
  std::string_view path;
  std::string_view what;
  Reach reach = Reach::below;
  bool secret = false;
};

constexpr KnownHostPath sensitive[] = {
    {"/", "all files of the host", Reach::itself, true},
    {"/bin", "programs of the host"},
    {"/boot", "the host's kernel and how it starts"},
    {"/dev", "the host's devices"},
    {"/etc", "the host's configuration, with its accounts and keys"},
    {"/home", "somebody's whole home, with keys and start-up files",
     Reach::one_below, true},
    {"/lib", "libraries of the host"},
    {"/lib/modules", "the modules of the host's kernel"},
    {"/lib64", "libraries of the host"},
    {"/proc", "the host's processes, and switches of its kernel"},
    {"/root", "the home of root, with keys and start-up files", Reach::below,
     true},
    {"/run", "sockets and state of the host's services", Reach::itself},
    {"/sbin", "programs of the host"},
    {"/sys", "switches and devices of the host's kernel"},
    {"/usr", "programs of the host"},
    {"/var", "the data of the host's services", Reach::itself},
    {"/var/lib", "the data of the host's services", Reach::itself},
    {"/var/lib/containerd", "the files of all containers"},
    {"/var/lib/containers", "the files of all containers"},
    {"/var/lib/docker", "the files of all containers"},
    {"/var/lib/kubelet", "the files and secrets of all pods", Reach::below,
     true},
    {"/var/log", "the host's logs, and by links in them more"},
    {"/var/spool/cron", "what the host runs as whom and when"},
    {"~", "somebody's whole home, with keys and start-up files", Reach::itself,
     true},
    {"~/.aws", "somebody's keys", Reach::below, true},
    {"~/.azure", "somebody's keys", Reach::below, true},
    {"~/.config/gcloud", "somebody's keys", Reach::below, true},
    {"~/.docker", "somebody's passwords for registries", Reach::below, true},
    {"~/.gnupg", "somebody's keys", Reach::below, true},
    {"~/.kube", "somebody's keys to clusters", Reach::below, true},
    {"~/.ssh", "somebody's keys", Reach::below, true},
};

// Often given so that the container sees what the host sees.
constexpr std::string_view harmless[] = {
    "/etc/hostname",    "/etc/hosts",
    "/etc/localtime",   "/etc/machine-id",
    "/etc/os-release",  "/etc/pki/ca-trust",
    "/etc/resolv.conf", "/etc/ssl/certs",
    "/etc/timezone",    "/usr/share/ca-certificates",
    "/usr/share/fonts", "/usr/share/zoneinfo",
};

constexpr std::string_view sockets[] = {
    "/docker.sock",    "/podman.sock",     "/containerd.sock",
    "/crio.sock",      "/dockershim.sock", "/cri-dockerd.sock",
    "/buildkitd.sock", "/docker_engine",
};

constexpr std::string_view socket_folders[] = {
    "/", "/run", "/run/containerd", "/run/crio", "/run/docker", "/run/podman",
};

// Not /var/lib or /opt: data that a container gets for itself lies below.
constexpr KnownHostPath labelled[] = {
    {"/", "", Reach::itself},
    {"/bin", ""},
    {"/boot", ""},
    {"/dev", ""},
    {"/etc", ""},
    {"/home", "", Reach::one_below},
    {"/lib", ""},
    {"/lib64", ""},
    {"/opt", "", Reach::itself},
    {"/proc", ""},
    {"/root", "", Reach::itself},
    {"/root/.ssh", ""},
    {"/run", "", Reach::itself},
    {"/sbin", ""},
    {"/srv", "", Reach::itself},
    {"/sys", ""},
    {"/tmp", "", Reach::itself},
    {"/usr", ""},
    {"/var", "", Reach::itself},
    {"/var/lib", "", Reach::itself},
    {"/var/log", "", Reach::itself},
    {"~", "", Reach::itself},
    {"~/.ssh", ""},
};

constexpr std::string_view raw_devices[] = {
    "/dev/mem",
    "/dev/kmem",
    "/dev/port",
    "/dev/kmsg",
};

constexpr std::string_view disks[] = {
    "/dev/sd",  "/dev/hd", "/dev/vd",      "/dev/xvd",   "/dev/nvme",
    "/dev/dm-", "/dev/md", "/dev/mapper/", "/dev/disk/", "/dev/mmcblk",
};

bool is_at_or_below(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) &&
         (path.size() == folder.size() || path[folder.size()] == '/');
}

bool reaches(const KnownHostPath& known, std::string_view path) {
  if (known.reach == Reach::itself) return path == known.path;
  if (!is_at_or_below(path, known.path)) return false;
  if (known.reach == Reach::below) return true;
  const std::string_view rest = path.substr(known.path.size());
  const bool keys = rest.find("/.") != rest.npos;
  return keys || std::count(rest.begin(), rest.end(), '/') <= 1;
}

template <typename List>
bool has(const List& list, std::string_view path) {
  return std::find(std::begin(list), std::end(list), path) != std::end(list);
}

}  // namespace

std::string clean_host_path(std::string_view path) {
  if (!path.starts_with('/') && !path.starts_with('~')) {
    return std::string(path);
  }
  std::vector<std::string_view> parts;
  for (std::string_view rest = path; !rest.empty();) {
    const auto end = std::min(rest.find('/'), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (part == "..") {
      if (!parts.empty() && parts.back() != "~") parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(part);
    }
  }
  std::string result;
  for (const std::string_view part : parts) {
    if (part != "~" || !result.empty()) result += '/';
    result += part;
  }
  if (result.empty()) return "/";
  // A link on every distribution there is.
  return is_at_or_below(result, "/var/run") ? result.substr(4) : result;
}

bool has_engine_socket(std::string_view path) {
  return has(socket_folders, path) ||
         std::any_of(std::begin(sockets), std::end(sockets),
                     [&](std::string_view it) { return path.ends_with(it); });
}

HostPath describe_host_path(std::string_view path) {
  const KnownHostPath* best = nullptr;
  for (const KnownHostPath& it : sensitive) {
    if (!reaches(it, path)) continue;
    if (best == nullptr || it.path.size() > best->path.size()) best = &it;
  }
  if (best == nullptr) return {};
  const bool mild =
      std::any_of(std::begin(harmless), std::end(harmless),
                  [&](auto it) { return is_at_or_below(path, it); });
  return {best->what, mild, best->secret};
}

bool must_keep_label(std::string_view path) {
  return std::any_of(
      std::begin(labelled), std::end(labelled),
      [&](const KnownHostPath& it) { return reaches(it, path); });
}

bool is_raw_device(std::string_view path) {
  return path == "/dev" || has(raw_devices, path) ||
         std::any_of(std::begin(disks), std::end(disks),
                     [&](auto it) { return path.starts_with(it); });
}

}  // namespace harden
