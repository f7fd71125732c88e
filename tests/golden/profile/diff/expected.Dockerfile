- all others: SCMP_ACT_ERRNO 1
+ all others: SCMP_ACT_KILL_PROCESS
- SCMP_ARCH_X86_64: with SCMP_ARCH_X86
+ SCMP_ARCH_X86_64: by itself
- bpf: allowed
- chroot: allowed with CAP_SYS_CHROOT
+ chroot: allowed
- socket: allowed where argument 0 == 1
+ socket: allowed where argument 0 <= 2
+ clone: allowed where argument 0 & 0x7e020000 == 0x0
+ clone3: SCMP_ACT_ERRNO 38
