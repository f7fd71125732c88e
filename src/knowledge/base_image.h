// What is known about an image that a FROM names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace harden {

// Which commands create a user here (templates/distributions.json).
enum class Family : std::uint8_t {
  unknown,
  alpine,
  amazonlinux,
  arch,
  azurelinux,
  busybox,
  debian,
  distroless,
  redhat,
  scratch,
  suse,
  windows,
};
std::string_view to_string(Family family);  // "debian", …

struct Account {
  std::string name;
  std::uint32_t uid = 0;
  std::uint32_t gid = 0;
  std::string home;  // empty when unknown
  // Supplementary groups by name.
  std::vector<std::string> groups = {};
};

struct Group {
  std::string name;
  std::uint32_t gid = 0;
};

// A path that the program of the image writes while it runs.
struct WrittenPath {
  std::string path;     // absolute, or "./log": below WORKDIR
  bool volume = false;  // declared with VOLUME in the base
  bool seeded = false;  // the image has content there
};

struct BaseImage {
  std::string id;  // entry of templates/base_images.json, or the name in
                   // harden.toml, or the inspected image's name
  Family family = Family::unknown;
  // Whether /bin/sh exists; distroless and scratch have none.
  bool has_shell = true;
  // Whether the family's tools (useradd, adduser) are there without installing.
  bool has_user_tools = true;
  // The command that brings those tools here when they are missing, such as
  // `microdnf install -y shadow-utils && microdnf clean all`. Empty: the
  // family's own (UserCommands::install_tools).
  std::string install_tools;
  // As the image's config records it: "" (root), "1001", "nobody:nogroup".
  // nullopt when nobody knows.
  std::optional<std::string> user;
  std::vector<Account> accounts;  // besides root; those that matter
  std::vector<Group> groups;      // besides the accounts' own
  // The account that the image ships for the program; empty when none.
  std::string ready_account;
  // The account to which the base's own entrypoint steps down when started as
  // root; empty when it does not.
  std::string steps_down_to;
  // Whether the base's entrypoint and program are known to start as any user.
  bool runs_as_any_user = false;
  // A program of this base must be started by root (systemd, s6, docker:dind);
  // the reason, or empty.
  std::string needs_root;
  std::vector<std::string> entrypoint;  // empty when unknown or none
  std::vector<std::string> cmd;
  std::vector<std::string> env;  // "NAME=value"
  bool env_complete = false;     // all of the base's variables are listed
  // The names of all its variables, PATH included, where the values change
  // from one version to the next. Empty: not known.
  std::vector<std::string> env_names;
  std::vector<std::string> ports;  // "80/tcp"
  std::string stop_signal;         // "SIGQUIT"; empty when unknown or none
  // The base's own entrypoint only hands over, but for what it does with files
  // in these folders. Empty: nothing of the kind is known.
  std::vector<std::string> entrypoint_reads;
  std::string workdir;
  std::vector<WrittenPath> writes;
  // "node", "python", "nginx", …: key of templates/runtimes.json; may be empty.
  std::string runtime;
  // What it is made to compile: "go", "rust", "c"; empty: nothing.
  std::string compiles;
  // Where its compiler installs programs: on PATH. May be empty.
  std::string installs_to;
  // Its entrypoint starts its arguments: `exec "$@"`.
  bool starts_arguments = false;
  // Its program, as it is configured there, opens /dev/stdout by its path.
  bool logs_to_stdout = false;
  // Its entrypoint fills in files from the one folder and writes them to the
  // other. Empty: it does not.
  std::string templates_in;
  std::string templates_fill;
  // The variable that names another folder to write them to; may be empty.
  std::string templates_fill_variable;
  // What its programs have as files: "NET_BIND_SERVICE /usr/bin/caddy".
  std::vector<std::string> file_capabilities;
  // Log files of it that are links to the container's output.
  std::vector<std::string> output_links;
};

struct ScratchFacts;  // harden/knowledge.h

// How a runtime behaves, whatever image it came in.
struct Runtime {
  std::string id;
  bool needs_home = false;  // npm, pip: a home that can be written
  std::vector<WrittenPath> writes;
  std::vector<std::string> programs;  // "node", "npm": how commands name it
  // Patterns of paths, as AppArmor reads them, of what its programs start or
  // are behind their own names: interpreters, helpers.
  std::vector<std::string> program_paths;
  // Room for a small service; 0 where nobody said. Bytes, and processes with
  // threads.
  std::uint64_t memory = 0;
  std::uint32_t pids = 0;
  // As the first process it waits for whatever its children leave behind.
  bool reaps = false;
  // It maps code from files that it writes to /tmp, which `noexec` forbids.
  bool maps_tmp = false;
  // It, or what usually runs on it, asks the kernel for the addresses of the
  // network's interfaces: over netlink.
  bool lists_interfaces = false;
  // Null when nobody knows what it needs in an image from scratch.
  const ScratchFacts* scratch = nullptr;
};

// An image reference cut into its parts; "docker.io/library/" is taken off.
struct ImageReference {
  std::string repository;  // "node", "gcr.io/distroless/static"
  std::string tag;         // empty when not given
  std::string digest;      // "sha256:…" or empty
};
ImageReference parse_image_reference(std::string_view reference);

// Answers what is known about an image. nullopt: nothing.
class BaseImages {
 public:
  virtual ~BaseImages() = default;
  virtual std::optional<BaseImage> find(std::string_view reference) const = 0;
};

}  // namespace harden
