// Capabilities, kernel settings and types: templates/lists/confinement.json.
#pragma once

#include <span>
#include <string_view>

#include "base/text/word_lists.h"

namespace harden::lists {

extern const SortedWords capabilities;  // all, without CAP_
// Those that engines give to containers unless told otherwise.
extern const SortedWords engine_capabilities;
struct DangerousCapability {
  std::string_view name;   // one of them, or "ALL"
  std::string_view gives;  // "it …"
};
extern const std::span<const DangerousCapability> dangerous_capabilities;

// A program that gives a capability to a file that it makes.
struct CapabilityGiver {
  std::string_view program;
  std::string_view word;      // its first operand
  std::string_view variable;  // "NAME=VALUE", by which it is asked to
  std::string_view output;    // the option that names the file
  std::string_view file;      // without it; in the folder where it runs
  std::string_view capability;
};
extern const std::span<const CapabilityGiver> capability_givers;

// Kernel settings that are a pod's own.
extern const SortedWords safe_sysctls;

// Types of SELinux that every pod may have, and those that confine nothing.
extern const SortedWords pod_selinux_types;
extern const SortedWords unconfined_selinux_types;
struct OldSelinuxType {
  std::string_view name;
  std::string_view now;
};
extern const std::span<const OldSelinuxType> old_selinux_types;

}  // namespace harden::lists
