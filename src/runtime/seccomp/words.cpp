#include "runtime/seccomp/words.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace harden {
namespace {

struct ActionWord {
  std::string_view word;
  SeccompAction action;
};
// The first of each action is how it is written.
constexpr ActionWord actions[] = {
    {"SCMP_ACT_KILL_PROCESS", SeccompAction::kill_process},
    {"SCMP_ACT_KILL_THREAD", SeccompAction::kill_thread},
    {"SCMP_ACT_KILL", SeccompAction::kill_thread},
    {"SCMP_ACT_TRAP", SeccompAction::trap},
    {"SCMP_ACT_ERRNO", SeccompAction::error},
    {"SCMP_ACT_TRACE", SeccompAction::trace},
    {"SCMP_ACT_LOG", SeccompAction::log},
    {"SCMP_ACT_ALLOW", SeccompAction::allow},
    {"SCMP_ACT_NOTIFY", SeccompAction::notify},
};

constexpr std::string_view ops[] = {
    "SCMP_CMP_NE", "SCMP_CMP_LT", "SCMP_CMP_LE",       "SCMP_CMP_EQ",
    "SCMP_CMP_GE", "SCMP_CMP_GT", "SCMP_CMP_MASKED_EQ"};

// How rules call an architecture (moby/profiles: seccomp/seccomp_linux.go), and
// how lists of architectures do (runtime-spec: config-linux.md).
constexpr std::pair<std::string_view, std::string_view> architecture_names[] = {
    {"amd64", "SCMP_ARCH_X86_64"},
    {"arm", "SCMP_ARCH_ARM"},
    {"arm64", "SCMP_ARCH_AARCH64"},
    {"loongarch64", "SCMP_ARCH_LOONGARCH64"},
    {"mips", "SCMP_ARCH_MIPS"},
    {"mips64", "SCMP_ARCH_MIPS64"},
    {"mips64n32", "SCMP_ARCH_MIPS64N32"},
    {"mipsel", "SCMP_ARCH_MIPSEL"},
    {"mipsel64", "SCMP_ARCH_MIPSEL64"},
    {"mipsel64n32", "SCMP_ARCH_MIPSEL64N32"},
    {"parisc", "SCMP_ARCH_PARISC"},
    {"parisc64", "SCMP_ARCH_PARISC64"},
    {"ppc", "SCMP_ARCH_PPC"},
    {"ppc64", "SCMP_ARCH_PPC64"},
    {"ppc64le", "SCMP_ARCH_PPC64LE"},
    {"riscv64", "SCMP_ARCH_RISCV64"},
    {"s390", "SCMP_ARCH_S390"},
    {"s390x", "SCMP_ARCH_S390X"},
    {"x32", "SCMP_ARCH_X32"},
    {"x86", "SCMP_ARCH_X86"},
};

}  // namespace

std::string_view to_string(SeccompAction action) {
  for (const ActionWord& it : actions) {
    if (it.action == action) return it.word;
  }
  return {};
}

std::string_view to_string(SeccompOp op) {
  return ops[static_cast<std::size_t>(op)];
}

namespace seccomp {

std::optional<SeccompAction> parse_action(std::string_view word) {
  for (const ActionWord& it : actions) {
    if (it.word == word) return it.action;
  }
  return std::nullopt;
}

std::optional<SeccompOp> parse_op(std::string_view word) {
  const auto* found = std::find(std::begin(ops), std::end(ops), word);
  if (found == std::end(ops)) return std::nullopt;
  return static_cast<SeccompOp>(found - std::begin(ops));
}

std::string_view profile_name_of_architecture(std::string_view word) {
  for (const auto& [short_name, name] : architecture_names) {
    if (short_name == word) return name;
  }
  return {};
}

std::string_view word_of_architecture(std::string_view profile_name) {
  for (const auto& [short_name, name] : architecture_names) {
    if (name == profile_name) return short_name;
  }
  return {};
}

}  // namespace seccomp
}  // namespace harden
