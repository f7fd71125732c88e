// The tables that the build makes of templates/seccomp/*.json.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "runtime/seccomp/seccomp.h"

namespace harden::seccomp {

using Texts = std::span<const std::string_view>;

// -1: the architecture has no such call.
struct CallRow {
  std::string_view name;
  std::int32_t amd64 = -1;
  std::int32_t arm64 = -1;
  std::int32_t i386 = -1;
  std::int32_t arm = -1;
};

struct ConditionRow {
  Texts capabilities;
  Texts architectures;
  std::string_view min_kernel;
};

// Of the default profile: calls that serve one purpose.
struct GroupRow {
  std::string_view name;
  std::string_view reason;
  Texts names;
  SeccompAction action = SeccompAction::allow;
  std::optional<std::uint32_t> error;
  std::span<const SeccompArgument> arguments;
  ConditionRow includes;
  ConditionRow excludes;
};

struct ArchitectureRow {
  std::string_view name;
  Texts below;
};

// A part of a profile.
struct SetRow {
  std::string_view id;
  std::string_view reason;
  Texts takes;  // ids of sets that come before it
  Texts names;
};

struct RuntimeRow {
  std::string_view id;  // of templates/runtimes.json
  Texts start;          // sets for its start only
  // Those of `start` that a trace of one run may miss, since the runtime's
  // threads call them now and then; empty: all of `start` counts as such.
  Texts seldom;
  Texts sets;  // for all that it does
};

// Names and what belongs to them.
struct RelatedRow {
  std::string_view name;
  Texts names;
};
struct DangerRow {
  std::string_view name;
  std::string_view reason;
};

struct Tables {
  std::span<const CallRow> calls;  // sorted by name
  std::span<const GroupRow> groups;
  std::span<const ArchitectureRow> architectures;
  std::span<const SetRow> sets;
  std::span<const RuntimeRow> runtimes;
  std::span<const RelatedRow> capabilities;  // "SETUID" and its calls
  std::span<const Texts> families;
  std::span<const RelatedRow> compat32;
  std::span<const DangerRow> dangers;
};
extern const Tables tables;

}  // namespace harden::seccomp
