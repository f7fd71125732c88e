#include "runtime/seccomp/words.h"

#include "base/text/enum_words.h"

namespace harden {
namespace {

// The first of each action is how it is written.
constexpr auto actions = word_table<SeccompAction>({
    {"SCMP_ACT_KILL_PROCESS", SeccompAction::kill_process},
    {"SCMP_ACT_KILL_THREAD", SeccompAction::kill_thread},
    {"SCMP_ACT_KILL", SeccompAction::kill_thread},
    {"SCMP_ACT_TRAP", SeccompAction::trap},
    {"SCMP_ACT_ERRNO", SeccompAction::error},
    {"SCMP_ACT_TRACE", SeccompAction::trace},
    {"SCMP_ACT_LOG", SeccompAction::log},
    {"SCMP_ACT_ALLOW", SeccompAction::allow},
    {"SCMP_ACT_NOTIFY", SeccompAction::notify},
});

constexpr auto ops = enum_words<SeccompOp::ne, SeccompOp::masked_eq>(
    "SCMP_CMP_NE", "SCMP_CMP_LT", "SCMP_CMP_LE", "SCMP_CMP_EQ", "SCMP_CMP_GE",
    "SCMP_CMP_GT", "SCMP_CMP_MASKED_EQ");

// How rules call an architecture (moby/profiles: seccomp/seccomp_linux.go), and
// how lists of architecture_words do (runtime-spec: config-linux.md).
constexpr auto architecture_words = word_table<std::string_view>({
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
});

}  // namespace

std::string_view to_string(SeccompAction action) { return actions.of(action); }
std::string_view to_string(SeccompOp op) { return ops.of(op); }

namespace seccomp {

std::optional<SeccompAction> parse_action(std::string_view word) {
  return actions.find(word);
}

std::optional<SeccompOp> parse_op(std::string_view word) {
  return ops.find(word);
}

std::string_view profile_name_of_architecture(std::string_view word) {
  return architecture_words.find(word).value_or("");
}

}  // namespace seccomp
}  // namespace harden
