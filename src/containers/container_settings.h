// How one container is to be run, as somebody wrote it down: a service of a
// Compose file, a container of a Kubernetes pod, a `docker run` line.
//
// The readers in this room make this of their files, and the rules look at
// nothing else. It says what is written; what an engine takes when nothing is
// written is for the rules to know.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source/diagnostic.h"
#include "base/source/source_file.h"

namespace harden {

// A value and where it stands.
template <typename T>
struct Placed {
  T value{};
  Span span;
};
using PlacedText = Placed<std::string>;

// A mount of a container, whatever the spelling.
struct MountSetting {
  enum class Kind : std::uint8_t { bind, volume, tmpfs, other };
  Kind kind = Kind::volume;
  std::string source;  // path of the host, or the volume's name; may be empty
  std::string target;  // path in the container
  bool read_only = false;
  // "z" or "Z": the engine writes a new SELinux label on all of the source.
  char relabel = '\0';
  // As written, for tmpfs: "size=64m,uid=1".
  std::string options;
  // "shared", "rslave"; empty: private.
  std::string propagation = {};
  Span span;
};

struct PublishedPort {
  std::string address;         // empty: all interfaces
  std::string host_port;       // empty: chosen by the engine
  std::string container_port;  // "80", "8000-8010"
  std::string protocol = "tcp";
  Span span;
};

// A setting that is there, but whose value the file does not tell.
struct UnknownSetting {
  std::string name;     // "privileged"
  std::string because;  // "`$PRIVILEGED` has no default"
  Span span;
};

struct ContainerSettings {
  enum class Form : std::uint8_t { compose, kubernetes, run };
  Form form = Form::compose;
  // How something is written in that form.
  std::string_view written(std::string_view compose,
                           std::string_view kubernetes,
                           std::string_view run) const {
    if (form == Form::compose) return compose;
    return form == Form::kubernetes ? kubernetes : run;
  }
  // "service `web`", "container `app` of Deployment `web`", "`docker run`".
  std::string what;
  std::string name;
  // Where to point when something is missing: the service's or container's
  // name, the image of a run line.
  Span span;
  std::optional<PlacedText> image;
  // Compose: the Dockerfile that the service builds, relative to the file's
  // folder, and its build context and target; empty when it builds none.
  std::string dockerfile;
  std::string build_context;
  std::string build_target;
  std::vector<std::pair<std::string, std::string>> build_args;
  // Names of arguments whose values the file does not tell.
  std::vector<std::string> unknown_build_args;
  // Why the Dockerfile is not at hand though there is one: "it is written in
  // the file"; empty when `dockerfile` says all.
  std::string build_unknown_because;
  // `entrypoint:` replaces the image's, and whatever that does as root.
  bool overrides_entrypoint = false;
  // What stands for the image's CMD; empty: nothing does, or it is not told.
  std::vector<std::string> command;
  // Settings of which only the name is known; no rule guesses from them.
  std::vector<UnknownSetting> unknown;
  // Why what is missing here may be set elsewhere; empty: nowhere.
  std::string incomplete_because;

  // "root", "0:0", "1000" as written.
  std::optional<PlacedText> user;
  std::optional<PlacedText> group;  // Kubernetes: runAsGroup
  std::optional<Placed<bool>> run_as_non_root;
  std::optional<Placed<bool>> privileged;
  std::optional<Placed<bool>> read_only;
  std::optional<Placed<bool>> no_new_privileges;
  std::optional<Placed<bool>> init;
  // "host", "container:x", "none", "bridge" …; of Kubernetes: "host".
  std::optional<PlacedText> pid;
  std::optional<PlacedText> ipc;
  std::optional<PlacedText> network;
  std::optional<PlacedText> uts;
  std::optional<PlacedText> userns;
  std::optional<PlacedText> cgroupns;
  // Upper case, without CAP_.
  std::vector<PlacedText> cap_add;
  std::vector<PlacedText> cap_drop;
  // Profiles: "unconfined", a file, a name; nullopt: the engine's own.
  std::optional<PlacedText> seccomp;
  std::optional<PlacedText> apparmor;
  std::vector<PlacedText> selinux;  // "disable", "type:x"
  // Paths below /proc and /sys that the engine would hide: "ALL", "/proc/acpi".
  std::vector<PlacedText> unmasked;
  std::vector<MountSetting> mounts;
  std::vector<PlacedText> devices;
  std::vector<PublishedPort> ports;
  std::optional<PlacedText> memory;
  std::optional<PlacedText> cpus;
  std::optional<PlacedText> pids_limit;
  std::optional<PlacedText> restart;
  // Or none is due: the container does one thing and ends.
  bool has_health_check = false;
  // Where the one of the image is switched off.
  std::optional<Span> health_check_off;
  // False where the runtime lets nobody limit it: ephemeral containers.
  bool takes_limits = true;
  std::vector<Placed<std::pair<std::string, std::string>>> sysctls;
};

struct SettingsComment {
  Span span;  // from the `#` on
  // What it speaks about: its own line, or the next one when it stands alone;
  // empty when nothing stands there.
  Span lines;
};

// What a file of settings says: its containers, in the order of the file, and
// what is wrong with the file itself.
struct SettingsFile {
  std::shared_ptr<const SourceFile> source;
  std::vector<ContainerSettings> containers;
  std::vector<Diagnostic> problems;
  // Comments that begin with "harden:", in their order.
  std::vector<SettingsComment> comments;
};

}  // namespace harden
