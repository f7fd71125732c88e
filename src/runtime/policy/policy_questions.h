// What a policy is derived from: questions about the image, each answered in a
// file of its own.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "image/files/resolved_transfer.h"
#include "runtime/policy.h"
#include "runtime/policy/policy_subject.h"

namespace harden {

// The capabilities that the container needs; all others are dropped. For an
// image that the engine starts as a user only those that its programs carry as
// files: others in the bounding set are of no use to it (runc: with `--cap-add`
// the effective set of a non-root process stays empty). `policy` knows its
// start and its writable paths.
std::vector<CapabilityNeed> capability_needs(const PolicySubject& subject,
                                             const Policy& policy);

// HEALTHCHECK as the engine would record it. The last one of the image counts;
// one of the base image is not seen.
Reasoned<Health> health_check(const PolicySubject& subject);

// How much of the host a container may take: what is asked for; the rest is
// room for a small service of the runtime.
Limits limits_of(const PolicySubject& subject);

// "memory 512m, 200 processes and one processor"
std::string in_words(const Limits& limits);

// What the file and a path's name tell about what lies there.

// Absolute and clean paths, as everywhere here.

// What /var/run and /var/lock are links to, in every distribution: mounted
// under both names, one would hide the other.
std::string without_links(std::string path);

// What may vanish with the container.
bool is_short_lived(std::string_view path);

// Where programs lie, and what start scripts only read: nobody's to write, even
// where the file gives it away.
bool is_read_only_by_nature(std::string_view path);

class PathKinds {
 public:
  explicit PathKinds(const PolicySubject& subject);

  // A single file rather than a folder, as far as the file shows.
  bool is_file(const std::string& path) const;
  // Whether the image has files there that the program may want to read.
  bool is_seeded(const std::string& path) const;

 private:
  const BaseImage* base_;  // null: nothing is known about it
  std::vector<ResolvedTransfer> transfers_;
  // What RUN lines make, and whether it is a file.
  std::unordered_map<std::string, bool> made_;
  std::vector<std::string> links_;  // to the container's output
};

// The ports that the image says it listens on.
struct PortNeeds {
  std::vector<PortNeed> ports;  // sorted, each once
  // Of EXPOSE words that the file does not tell: "`$PORT` has no value".
  std::vector<std::string> unknown;
};
PortNeeds port_needs(const PolicySubject& subject);

// Which files of the image the program runs and reads, as profiles that list
// them need to know.

// Fills in starters, runs_scripts and folders.
void add_program_files(const PolicySubject& subject, Policy& policy);

// What the image's start script writes before the program runs, for which the
// file system must not be read-only.
struct ScriptWrite {
  enum class Kind : std::uint8_t {
    folder,  // makes it, or gives all of it away
    file,    // writes or changes it
    system,  // accounts, packages and other files of the system's
  };
  Kind kind = Kind::file;
  std::string path;  // absolute and clean; empty: the script does not tell
  Reason reason;     // "`chown -R app /data`", with its place
};

// In the order in which they happen; none without a script that can be
// followed. What it only removes is left out: `rm -f` of a file that is not
// there does nothing.
std::vector<ScriptWrite> script_writes(const PolicySubject& subject);

// Where the container can write, and on what.
struct WritablePaths {
  // Sorted by path. /tmp and /run are always among them: nearly every runtime
  // writes one of them.
  std::vector<WritablePath> paths;
  // Single files that the image gives to the user: no mount of their own.
  std::vector<std::string> notes;
  // What the start script writes where no mount fits, as in the folder of the
  // program: the root cannot be read-only.
  std::vector<Reason> elsewhere;
};
WritablePaths writable_paths(const PolicySubject& subject,
                             const Policy& policy);

// "/var/lib/redis" for a service "api": "api-var-lib-redis".
std::string volume_name(const std::string& service, const std::string& path);

}  // namespace harden
