// The files of the bundle beside a hardened Dockerfile. Each is a pure function
// of the Policy; none of them decides anything.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/text/enum_words.h"
#include "runtime/policy.h"

namespace harden {

enum class Engine : std::uint8_t { docker, podman };
inline constexpr auto engines =
    enum_words<Engine::docker, Engine::podman>("docker", "podman");

struct EmittedFile {
  std::string name;  // relative to the bundle's folder
  std::string text;
  std::uint32_t mode = 0644;  // permission bits, octal
};

// A POSIX sh script: one flag a line, each with its reason.
std::string emit_run_script(const Policy& policy, Engine engine);

// What run.sh passes to `docker run` in front of the image, one word each. A
// seccomp profile must be given by an absolute path: others are relative to
// run.sh.
std::vector<std::string> run_arguments(const Policy& policy, Engine engine);

// Compose specification, one service.
std::string emit_compose(const Policy& policy);

// A Deployment and, with ports, a Service, that pass the Pod Security Standard
// "restricted". Empty when the numeric user is not known, which it needs; see
// kubernetes_differences.
std::string emit_kubernetes(const Policy& policy);

// In what a pod differs from run.sh, one sentence each: "starts as 999:999
// itself, without the step-down of docker-entrypoint.sh".
std::vector<std::string> kubernetes_differences(const Policy& policy);

// Settings of the host's engine, none of which belongs to one image.
struct DaemonSettings {
  bool systemd_cgroups = true;  // native.cgroupdriver
  // With systemd it must end in ".slice"; whoever reads it sees to that.
  std::string cgroup_parent;  // empty: the engine's own
  bool selinux = false;
  bool swarm = false;  // live-restore excludes it
  bool userns_remap = true;
};
std::string emit_daemon(const DaemonSettings& settings);
// What to know before it is installed, one sentence each.
std::vector<std::string> daemon_notes(const DaemonSettings& settings);

// What `harden policy` prints. The JSON follows docs/policy.schema.json.
std::string emit_policy_text(const Policy& policy, bool colour);
std::string emit_policy_json(const Policy& policy);

}  // namespace harden
