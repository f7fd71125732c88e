#include <algorithm>

#include "runtime/seccomp/profile_subject.h"

namespace harden::rule {

extern constexpr RuleInfo unfiltered_socketcall = {
    .code = "HD311",
    .name = "unfiltered-socketcall",
    .summary = "`socketcall` goes past the rules of `socket`",
    .what =
        "Profiles that look at the arguments of `socket`, allow "
        "`socketcall`, and take 32-bit programs of x86.",
    .why =
        "`socketcall` has its arguments in memory, where no filter "
        "looks. Any program may switch to 32 bits and make sockets of "
        "the families that `socket` refuses.",
    .remedy =
        "Leave `SCMP_ARCH_X86` out of `subArchitectures` when no "
        "program has 32 bits.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"archMap\": [{\"architecture\": \"SCMP_ARCH_X86_64\",\n"
        "              \"subArchitectures\": [\"SCMP_ARCH_X86\"]}],\n"
        " \"syscalls\": [{\"names\": [\"socketcall\"], \"action\": "
        "\"SCMP_ACT_ALLOW\"},\n"
        "              {\"names\": [\"socket\"], \"action\": "
        "\"SCMP_ACT_ALLOW\",\n"
        "   \"args\": [{\"index\": 0, \"value\": 1, \"op\": "
        "\"SCMP_CMP_EQ\"}]}]}\n",
    .references = {"moby/profiles: 3c28324, socketcall cannot be filtered"},
    .severity = Severity::warning,
    .language = "json",
};

namespace {

bool has_x86(const SeccompProfile& profile) {
  return std::ranges::any_of(
      profile.architectures, [](const SeccompArchitecture& it) {
        return it.name == "SCMP_ARCH_X86" ||
               std::ranges::find(it.below, "SCMP_ARCH_X86") != it.below.end();
      });
}

}  // namespace

void check_unfiltered_socketcall(const ProfileSubject& subject,
                                 Findings& findings) {
  const bool filtered = !subject.is_open() &&
                        subject.place_of("socket", true) != nullptr &&
                        subject.place_of("socket", false) == nullptr;
  const Span* place = subject.place_of("socketcall", true);
  if (!filtered || !has_x86(subject.profile) || place == nullptr) return;
  report(
      findings, unfiltered_socketcall, *place,
      "`socketcall` makes sockets of every family, past the rules of `socket`, "
      "for programs of 32 bits, which `SCMP_ARCH_X86` lets in",
      "leave SCMP_ARCH_X86 out when no program has 32 bits");
}

}  // namespace harden::rule
