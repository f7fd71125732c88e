// HD301 and others: what is wrong with a seccomp profile.
#pragma once

#include <string_view>

#include "base/rules/rule.h"

namespace harden::rule_texts {

inline constexpr std::string_view unknown_syscall_references[] = {
    "https://man7.org/linux/man-pages/man2/syscalls.2.html",
};
inline constexpr RuleInfo unknown_syscall = {
    .code = "HD301",
    .name = "unknown-syscall",
    .summary = "A rule names a system call that does not exist",
    .what =
        "Names that no architecture of Linux has, as the table of "
        "harden knows them (up to Linux 6.17).",
    .why =
        "Engines and libseccomp pass over names that they do not know. "
        "Where a call is misspelt, the program that needs it fails; "
        "where a name is of the C library (`pread`), the kernel calls "
        "it otherwise (`pread64`).",
    .remedy = "Write the name that strace shows.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"syscalls\": [{\"names\": [\"pread\"], \"action\": "
        "\"SCMP_ACT_ALLOW\"}]}\n",
    .after = "",
    .references = unknown_syscall_references,
    .severity = Severity::warning,
    .language = "json",
};

inline constexpr std::string_view profile_contradiction_references[] = {
    "moby/profiles: seccomp/seccomp_linux.go",
};
inline constexpr RuleInfo profile_contradiction = {
    .code = "HD302",
    .name = "profile-contradiction",
    .summary = "The profile has two keys that exclude each other",
    .what =
        "`architectures` beside `archMap`, and `name` beside `names` in"
        " one rule.",
    .why =
        "Engines refuse such a profile, and the container does not "
        "start.",
    .remedy =
        "Keep `archMap` and `names`; the plain form of the OCI runtime "
        "specification has `architectures`.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"architectures\": [\"SCMP_ARCH_X86_64\"],\n"
        " \"archMap\": [{\"architecture\": \"SCMP_ARCH_X86_64\", "
        "\"subArchitectures\": []}],\n"
        " \"syscalls\": []}\n",
    .after = "",
    .references = profile_contradiction_references,
    .severity = Severity::error,
    .language = "json",
};

inline constexpr std::string_view rule_without_effect_references[] = {
    "moby/profiles: seccomp/seccomp_linux.go",
    "https://man7.org/linux/man-pages/man3/seccomp_rule_add.3.html",
};
inline constexpr RuleInfo rule_without_effect = {
    .code = "HD303",
    .name = "rule-without-effect",
    .summary = "A rule never matches, or does what happens anyway",
    .what =
        "Rules without names; with the action of all other calls; with "
        "capabilities or architectures that do not exist, or that they "
        "also exclude; with comparisons that no number fulfils.",
    .why =
        "Somebody meant something by it, and that does not happen: what"
        " was to be allowed is refused, or the other way round.",
    .remedy = "Correct the condition, or remove the rule.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"syscalls\": [{\"names\": [\"bpf\"], \"action\": "
        "\"SCMP_ACT_ALLOW\",\n"
        "               \"includes\": {\"caps\": [\"CAP_BFP\"]}}]}\n",
    .after = "",
    .references = rule_without_effect_references,
    .severity = Severity::warning,
    .language = "json",
};

inline constexpr std::string_view repeated_argument_references[] = {
    "opencontainers/runc: libcontainer/seccomp/seccomp_linux.go",
};
inline constexpr RuleInfo repeated_argument = {
    .code = "HD304",
    .name = "repeated-argument",
    .summary = "A rule has two conditions on one argument",
    .what = "Two entries of `args` with the same `index`.",
    .why =
        "All conditions of a rule must hold, but libseccomp takes one "
        "for each argument. Engines then make each condition a rule of "
        "its own, so that any of them is enough: of `!= 1` and `!= 2` "
        "one always holds, and the rule lets everything through.",
    .remedy = "Write ranges (`<`, `>`) or values, one rule each.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"syscalls\": [{\"names\": [\"socket\"], \"action\": "
        "\"SCMP_ACT_ALLOW\",\n"
        "   \"args\": [{\"index\": 0, \"value\": 38, \"op\": "
        "\"SCMP_CMP_NE\"},\n"
        "            {\"index\": 0, \"value\": 40, \"op\": "
        "\"SCMP_CMP_NE\"}]}]}\n",
    .after = "",
    .references = repeated_argument_references,
    .severity = Severity::error,
    .language = "json",
};

inline constexpr std::string_view missing_start_call_references[] = {
    "opencontainers/runc: libcontainer/standard_init_linux.go",
};
inline constexpr RuleInfo missing_start_call = {
    .code = "HD305",
    .name = "missing-start-call",
    .summary = "A call is missing without which containers do not start",
    .what =
        "`execve`, `exit_group`, `futex`, `rt_sigreturn` and `write` in"
        " a profile that refuses what it does not name.",
    .why =
        "The engine loads the filter before it starts the program, and "
        "goes on making calls itself. Its threads need `futex` and "
        "`rt_sigreturn` only now and then: a container without them "
        "starts, and does not start one time in five.",
    .remedy =
        "`harden profile seccomp DOCKERFILE --merge FILE` adds what "
        "engines need.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"syscalls\": [{\"names\": [\"execve\", \"exit_group\", \"read\", "
        "\"write\"],\n"
        "               \"action\": \"SCMP_ACT_ALLOW\"}]}\n",
    .after = "",
    .references = missing_start_call_references,
    .severity = Severity::error,
    .language = "json",
};

inline constexpr std::string_view dangerous_call_references[] = {
    "https://docs.docker.com/engine/security/seccomp/",
};
inline constexpr RuleInfo dangerous_call = {
    .code = "HD306",
    .name = "dangerous-call",
    .summary = "A call is allowed that leads out of containers",
    .what =
        "Calls that the engine's default keeps for containers with a "
        "capability, or for none; `clone` with the flags of namespaces,"
        " `clone3`, and sockets of the families AF_ALG and AF_VSOCK. "
        "Rules that ask for a capability are not meant.",
    .why =
        "They mount, load code into the kernel, make namespaces in "
        "which much more of the kernel is reachable, or had the holes "
        "through which containers were left.",
    .remedy =
        "Remove the name, or give the rule the capability that the "
        "program has: `\"includes\": {\"caps\": [\"CAP_SYS_ADMIN\"]}`.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"syscalls\": [{\"names\": [\"mount\", \"unshare\"], \"action\": "
        "\"SCMP_ACT_ALLOW\"}]}\n",
    .after = "",
    .references = dangerous_call_references,
    .severity = Severity::warning,
    .language = "json",
};

inline constexpr std::string_view wider_than_default_references[] = {
    "moby/profiles: seccomp/default_linux.go",
};
inline constexpr RuleInfo wider_than_default = {
    .code = "HD307",
    .name = "wider-than-default",
    .summary = "The profile allows what the engine's default does not",
    .what =
        "Calls that the default allows to no container, or only with "
        "capabilities, and that are not reported as dangerous.",
    .why = "A profile of one's own is there to allow less.",
    .remedy = "Remove the names when the program works without them.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"syscalls\": [{\"names\": [\"chroot\"], \"action\": "
        "\"SCMP_ACT_ALLOW\"}]}\n",
    .after = "",
    .references = wider_than_default_references,
    .severity = Severity::info,
    .language = "json",
};

inline constexpr std::string_view open_default_references[] = {
    "https://docs.docker.com/engine/security/seccomp/",
};
inline constexpr RuleInfo open_default = {
    .code = "HD308",
    .name = "open-default",
    .summary = "The profile lets through what it does not name",
    .what = "`defaultAction` SCMP_ACT_ALLOW or SCMP_ACT_LOG.",
    .why =
        "A list of what is forbidden misses what nobody thought of, and"
        " each new kernel brings calls that it does not have.",
    .remedy =
        "Name what the program needs, and refuse the rest: "
        "`\"defaultAction\": \"SCMP_ACT_ERRNO\"`. SCMP_ACT_LOG is for "
        "finding out.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ALLOW\",\n"
        " \"syscalls\": [{\"names\": [\"ptrace\"], \"action\": "
        "\"SCMP_ACT_ERRNO\"}]}\n",
    .after = "",
    .references = open_default_references,
    .severity = Severity::error,
    .language = "json",
};

inline constexpr std::string_view unknown_profile_key_references[] = {
    "moby/profiles: seccomp/seccomp.go",
};
inline constexpr RuleInfo unknown_profile_key = {
    .code = "HD309",
    .name = "unknown-profile-key",
    .summary = "The profile has a key that engines do not know",
    .what =
        "Keys of the profile, of rules, of their arguments and "
        "conditions.",
    .why =
        "Engines pass over it without a word: a misspelt `includes` "
        "makes a rule for one capability a rule for everybody.",
    .remedy = "Correct or remove it.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"syscalls\": [{\"names\": [\"bpf\"], \"action\": "
        "\"SCMP_ACT_ALLOW\",\n"
        "               \"include\": {\"caps\": [\"CAP_BPF\"]}}]}\n",
    .after = "",
    .references = unknown_profile_key_references,
    .severity = Severity::warning,
    .language = "json",
};

inline constexpr std::string_view clone3_without_enosys_references[] = {
    "https://github.com/moby/moby/pull/42681",
    "https://sourceware.org/glibc/: sysdeps/unix/sysv/linux/clone-internal.c",
};
inline constexpr RuleInfo clone3_without_enosys = {
    .code = "HD310",
    .name = "clone3-without-enosys",
    .summary = "`clone3` does not answer ENOSYS",
    .what =
        "Profiles that allow `clone` and do not say of `clone3` that it"
        " is allowed or fails with error 38.",
    .why =
        "A filter cannot see the flags of `clone3`, so it is refused. "
        "glibc takes `clone` instead only when the error is ENOSYS: "
        "with EPERM its threads and processes fail. New engines answer "
        "ENOSYS by themselves for calls newer than all those of the "
        "profile, and only for those.",
    .remedy = "Add a rule for `clone3` with SCMP_ACT_ERRNO and `errnoRet` 38.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"syscalls\": [{\"names\": [\"clone\", \"execve\", \"exit_group\", "
        "\"futex\",\n"
        "                         \"rt_sigreturn\", \"write\"],\n"
        "               \"action\": \"SCMP_ACT_ALLOW\"}]}\n",
    .after = "",
    .references = clone3_without_enosys_references,
    .severity = Severity::warning,
    .language = "json",
};

inline constexpr std::string_view unfiltered_socketcall_references[] = {
    "moby/profiles: 3c28324, socketcall cannot be filtered",
};
inline constexpr RuleInfo unfiltered_socketcall = {
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
    .after = "",
    .references = unfiltered_socketcall_references,
    .severity = Severity::warning,
    .language = "json",
};

inline constexpr std::string_view missing_restart_call_references[] = {
    "restart_syscall(2)",
    "https://github.com/moby/moby/pull/21117",
};
inline constexpr RuleInfo missing_restart_call = {
    .code = "HD312",
    .name = "missing-restart-call",
    .summary = "Waits fail after `docker pause`",
    .what =
        "`restart_syscall` in a profile that refuses what it does not name.",
    .why =
        "When a stop, a freeze (`docker pause`) or a debugger interrupts a "
        "wait with a time limit (`poll`, `nanosleep`, `futex`), the kernel "
        "lets the thread go on with `restart_syscall`, and the filter is "
        "asked about that, too. Refused, the wait fails with an error that "
        "programs do not expect of it: the loop of a Python server ends with "
        "PermissionError. No program makes the call itself, so traces do not "
        "show it.",
    .remedy =
        "Allow `restart_syscall`. It continues only what the thread was "
        "allowed to begin.",
    .before =
        "{\"defaultAction\": \"SCMP_ACT_ERRNO\",\n"
        " \"syscalls\": [{\"names\": [\"execve\", \"exit_group\", "
        "\"futex\", \"poll\",\n"
        "                         \"rt_sigreturn\", \"write\"],\n"
        "               \"action\": \"SCMP_ACT_ALLOW\"}]}\n",
    .after = "",
    .references = missing_restart_call_references,
    .severity = Severity::warning,
    .language = "json",
};

}  // namespace harden::rule_texts
