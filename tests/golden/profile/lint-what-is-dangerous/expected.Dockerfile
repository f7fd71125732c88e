profile.json:2:20: error[HD305]: `rt_sigreturn` is not allowed: containers do not start, or only most of the times
2 |   "defaultAction": "SCMP_ACT_ERRNO",
  |                    ^^^^^^^^^^^^^^^^
  = help: `harden profile seccomp DOCKERFILE --merge FILE` adds what engines need
profile.json:2:20: warning[HD312]: `restart_syscall` is not allowed: a wait that `docker pause`, SIGSTOP or a debugger interrupts fails instead of going on
  = help: allow `restart_syscall`; it only continues what the thread was allowed to begin
profile.json:2:20: warning[HD310]: `clone3` does not answer ENOSYS (38): glibc 2.34 and later then make no threads instead of taking `clone`
  = help: add a rule for `clone3` with SCMP_ACT_ERRNO and `errnoRet` 38

profile.json:6:16: warning[HD306]: `clone` may make new namespaces, in which much of the kernel is reachable that is not otherwise
6 |     {"names": ["clone", "mount", "unshare", "chroot", "get_mempolicy", "opne"], "action": "SCMP_ACT…
  |                ^^^^^^^
  = help: allow it where argument 0 & 0x7E020000 is 0

profile.json:6:25: warning[HD306]: `mount` is allowed to every container: it mounts file systems
6 |     {"names": ["clone", "mount", "unshare", "chroot", "get_mempolicy", "opne"], "action": "SCMP_ACT…
  |                         ^^^^^^^

profile.json:6:34: warning[HD306]: `unshare` is allowed to every container: it makes namespaces, in which much of the kernel is reachable that is not otherwise
6 |     {"names": ["clone", "mount", "unshare", "chroot", "get_mempolicy", "opne"], "action": "SCMP_ACT…
  |                                  ^^^^^^^^^

profile.json:6:45: info[HD307]: wider than the engine's default, which does not allow chroot, get_mempolicy to a container without further capabilities
6 |     {"names": ["clone", "mount", "unshare", "chroot", "get_mempolicy", "opne"], "action": "SCMP_ACT…
  |                                             ^^^^^^^^

profile.json:6:72: warning[HD301]: there is no system call `opne`, so engines pass over it
6 | …", "chroot", "get_mempolicy", "opne"], "action": "SCMP_ACT_ALLOW"},
  |                                ^^^^^^
  = help: did you mean `open`?

profile.json:7:16: warning[HD311]: `socketcall` makes sockets of every family, past the rules of `socket`, for programs of 32 bits, which `SCMP_ARCH_X86` lets in
7 |     {"names": ["socketcall"], "action": "SCMP_ACT_ALLOW"},
  |                ^^^^^^^^^^^^
  = help: leave SCMP_ARCH_X86 out when no program has 32 bits

profile.json:10:7: error[HD304]: argument 0 has another condition already, and engines take several conditions of one rule as alternatives when they are about one argument: of two `!=` one always holds, so this rule is for all values
10 |       {"index": 0, "value": 40, "op": "SCMP_CMP_NE"}]},
   |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: write what is allowed as ranges or values, one rule each

profile.json:11:16: warning[HD306]: `bpf` is allowed to every container: it loads programs into the kernel
11 |     {"names": ["bpf"], "action": "SCMP_ACT_ALLOW", "include": {"caps": ["CAP_BPF"]}},
   |                ^^^^^

profile.json:11:52: warning[HD309]: engines know no key `include` and pass over it
11 |     {"names": ["bpf"], "action": "SCMP_ACT_ALLOW", "include": {"caps": ["CAP_BPF"]}},
   |                                                    ^^^^^^^^^
   = help: did you mean `includes`?

profile.json:12:37: warning[HD303]: this rule has no effect: it does what happens to all others anyway
12 |     {"names": ["clone3"], "action": "SCMP_ACT_ERRNO"}
   |                                     ^^^^^^^^^^^^^^^^

profile.json: 13 system calls are allowed
