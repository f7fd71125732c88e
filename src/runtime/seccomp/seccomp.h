// Seccomp profiles: what the kernel lets a container call.
//
// A SeccompProfile holds either form that there is: the engines' own (includes,
// excludes, archMap; moby/profiles: seccomp/seccomp.go) or the plain one of the
// OCI runtime specification, in which nothing is left to resolve.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/rules/rule.h"
#include "base/source/source_file.h"
#include "base/text/enum_words.h"
#include "runtime/policy.h"

namespace harden {

enum class SeccompAction : std::uint8_t {
  kill_process,
  kill_thread,
  trap,
  error,  // SCMP_ACT_ERRNO
  trace,
  log,
  allow,
  notify,
};
// "SCMP_ACT_ERRNO"
std::string_view to_string(SeccompAction action);

enum class SeccompOp : std::uint8_t { ne, lt, le, eq, ge, gt, masked_eq };
std::string_view to_string(SeccompOp op);  // "SCMP_CMP_EQ"

// All arguments of one rule must hold.
struct SeccompArgument {
  std::uint32_t index = 0;
  std::uint64_t value = 0;
  std::uint64_t value_two = 0;  // of masked_eq: `value` is the mask
  SeccompOp op = SeccompOp::eq;
  bool operator==(const SeccompArgument&) const = default;
};

// When a rule counts, or does not; engines' form only.
struct SeccompCondition {
  std::vector<std::string> capabilities;   // "CAP_SYS_ADMIN"
  std::vector<std::string> architectures;  // "amd64", "arm64", …
  std::string min_kernel;                  // "4.8"; empty: any
  bool empty() const {
    return capabilities.empty() && architectures.empty() && min_kernel.empty();
  }
  bool operator==(const SeccompCondition&) const = default;
};

struct SeccompRule {
  std::vector<std::string> names;  // sorted
  SeccompAction action = SeccompAction::allow;
  std::optional<std::uint32_t> error;  // errno of SeccompAction::error
  std::vector<SeccompArgument> arguments;
  std::string comment;
  SeccompCondition includes;  // all of these hold
  SeccompCondition excludes;  // none of these
  bool operator==(const SeccompRule&) const = default;
};

struct SeccompArchitecture {
  std::string name;                // "SCMP_ARCH_X86_64"
  std::vector<std::string> below;  // subArchitectures
  bool operator==(const SeccompArchitecture&) const = default;
};

struct SeccompProfile {
  SeccompAction default_action = SeccompAction::error;
  std::optional<std::uint32_t> default_error = 1;  // EPERM
  std::vector<SeccompArchitecture> architectures;
  std::vector<SeccompRule> rules;
  std::vector<std::string> flags;  // "SECCOMP_FILTER_FLAG_LOG"
  bool operator==(const SeccompProfile&) const = default;
};

// The engine's default profile, from templates/seccomp.
SeccompProfile default_seccomp_profile();

// "none": as told; "family": with the siblings that a libc may choose instead.
enum class SeccompMargin : std::uint8_t { none, family };
inline constexpr auto seccomp_margins =
    enum_words<SeccompMargin::none, SeccompMargin::family>("none", "family");

struct SeccompRequest {
  // Names of calls that were seen; nullopt: the runtime's own set is taken.
  std::optional<std::set<std::string>> seen;
  SeccompMargin margin = SeccompMargin::none;
  // 32-bit programs, too.
  bool compat32 = false;
};

// What the container of the policy needs: its start by the engine, its libc's
// and runtime's start, and what the program does. In the engines' form.
SeccompProfile seccomp_profile_for(const Policy& policy,
                                   const SeccompRequest& request);

// Of the calls that were seen, those that the profile leaves out all the same:
// the engine's default refuses them to a container with these capabilities.
std::vector<std::string> seccomp_left_out(const Policy& policy,
                                          const SeccompRequest& request);

// How many calls it lets through whatever the container is allowed otherwise,
// with or without conditions on arguments.
std::size_t count_allowed(const SeccompProfile& profile);

std::string seccomp_engine_json(const SeccompProfile& profile);
// Resolved for one architecture ("amd64", "arm64") and the capabilities of the
// bounding set ("SETUID"); what engines would have resolved themselves. An
// empty architecture stands for all of the profile, which only makes sense for
// one without rules for some of them: that of seccomp_profile_for.
std::string seccomp_oci_json(const SeccompProfile& profile,
                             std::string_view architecture,
                             const std::vector<std::string>& capabilities);

// Either form. Throws BadInput with the place.
SeccompProfile read_seccomp_profile(const SourceFile& source);

Findings lint_seccomp_profile(const SourceFile& source);
// As text: what the second allows and the first does not, and the other way.
std::string diff_seccomp_profiles(const SeccompProfile& from,
                                  const SeccompProfile& to);
SeccompProfile merge_seccomp_profiles(const SeccompProfile& one,
                                      const SeccompProfile& other);

// The calls that a log names; see src/evidence.
struct SyscallEvidence {
  std::set<std::string> names;
  std::set<std::string> failed;  // seen only with ENOSYS or EPERM
  std::uint64_t lines = 0;
  std::uint64_t unread = 0;  // lines that are not a system call
  // Looked like calls, but none has such a name; at most a hundred.
  std::set<std::string> unknown;
  bool compat32 = false;  // a 32-bit program was seen
};

}  // namespace harden
