{
  "defaultAction": "SCMP_ACT_ERRNO",
  "defaultErrnoRet": 1,
  "archMap": [
    {
      "architecture": "SCMP_ARCH_X86_64",
      "subArchitectures": []
    },
    {
      "architecture": "SCMP_ARCH_AARCH64",
      "subArchitectures": []
    }
  ],
  "syscalls": [
    {
      "names": [
        "close",
        "epoll_ctl",
        "epoll_pwait",
        "execve",
        "exit",
        "exit_group",
        "fcntl",
        "fstat",
        "fstatfs",
        "futex",
        "getdents64",
        "getpid",
        "gettid",
        "madvise",
        "mmap",
        "munmap",
        "nanosleep",
        "openat",
        "read",
        "rt_sigprocmask",
        "rt_sigreturn",
        "sched_yield",
        "sigaltstack",
        "tgkill",
        "write"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "runc and crun: with no-new-privileges the filter is loaded right before the program; futex and rt_sigreturn are missed only now and then"
    },
    {
      "names": [
        "restart_syscall"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "the kernel: how a thread goes on after a signal, a stop, a freeze (docker pause) or a debugger"
    },
    {
      "names": [
        "access",
        "arch_prctl",
        "brk",
        "getrandom",
        "mprotect",
        "newfstatat",
        "pread64",
        "prlimit64",
        "readlink",
        "rseq",
        "rt_sigaction",
        "set_robust_list",
        "set_tid_address",
        "statx"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "start of programs linked with glibc"
    },
    {
      "names": [
        "ioctl",
        "lseek",
        "open",
        "readv",
        "stat",
        "writev"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "start of programs linked with musl"
    },
    {
      "names": [
        "membarrier",
        "mincore",
        "mlock",
        "mremap",
        "msync",
        "munlock"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "memory of the process"
    },
    {
      "names": [
        "futex_waitv",
        "get_robust_list",
        "getcpu",
        "sched_getaffinity"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "threads and their locks"
    },
    {
      "names": [
        "kill",
        "pause",
        "rt_sigpending",
        "rt_sigqueueinfo",
        "rt_sigsuspend",
        "rt_sigtimedwait",
        "rt_tgsigqueueinfo",
        "signalfd",
        "signalfd4",
        "tkill"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "signals, to processes of the same user"
    },
    {
      "names": [
        "alarm",
        "clock_getres",
        "clock_gettime",
        "clock_nanosleep",
        "getitimer",
        "gettimeofday",
        "setitimer",
        "time",
        "timer_create",
        "timer_delete",
        "timer_getoverrun",
        "timer_gettime",
        "timer_settime",
        "timerfd_create",
        "timerfd_gettime",
        "timerfd_settime",
        "times"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "clocks and timers"
    },
    {
      "names": [
        "chdir",
        "close_range",
        "dup",
        "dup2",
        "dup3",
        "faccessat",
        "faccessat2",
        "fadvise64",
        "fchdir",
        "fgetxattr",
        "flistxattr",
        "flock",
        "getcwd",
        "getdents",
        "getxattr",
        "lgetxattr",
        "listxattr",
        "llistxattr",
        "lstat",
        "openat2",
        "preadv",
        "preadv2",
        "readahead",
        "readlinkat",
        "statfs"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "finding, opening and reading files"
    },
    {
      "names": [
        "chmod",
        "chown",
        "copy_file_range",
        "creat",
        "fallocate",
        "fchmod",
        "fchmodat",
        "fchmodat2",
        "fchown",
        "fchownat",
        "fdatasync",
        "fsync",
        "ftruncate",
        "futimesat",
        "lchown",
        "link",
        "linkat",
        "mkdir",
        "mkdirat",
        "pwrite64",
        "pwritev",
        "pwritev2",
        "rename",
        "renameat",
        "renameat2",
        "rmdir",
        "sendfile",
        "splice",
        "symlink",
        "symlinkat",
        "sync_file_range",
        "truncate",
        "umask",
        "unlink",
        "unlinkat",
        "utime",
        "utimensat",
        "utimes"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "writing, making, renaming and removing files"
    },
    {
      "names": [
        "epoll_create",
        "epoll_create1",
        "epoll_pwait2",
        "epoll_wait",
        "eventfd",
        "eventfd2",
        "pipe",
        "pipe2",
        "poll",
        "ppoll",
        "pselect6",
        "select"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "waiting for several descriptors at once"
    },
    {
      "names": [
        "accept",
        "accept4",
        "bind",
        "connect",
        "getpeername",
        "getsockname",
        "getsockopt",
        "listen",
        "recvfrom",
        "recvmmsg",
        "recvmsg",
        "sendmmsg",
        "sendmsg",
        "sendto",
        "setsockopt",
        "shutdown",
        "socketpair"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "connections; which families is said by the rules of socket"
    },
    {
      "names": [
        "capget",
        "getegid",
        "geteuid",
        "getgid",
        "getgroups",
        "getpgid",
        "getpgrp",
        "getppid",
        "getpriority",
        "getresgid",
        "getresuid",
        "getrlimit",
        "getrusage",
        "getsid",
        "getuid",
        "prctl",
        "setrlimit",
        "sysinfo",
        "uname"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "who the process is, what it may use"
    },
    {
      "names": [
        "fork",
        "pidfd_open",
        "pidfd_send_signal",
        "setpgid",
        "setpriority",
        "setsid",
        "vfork",
        "wait4",
        "waitid"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "starting other programs and waiting for them"
    },
    {
      "names": [
        "ioprio_get",
        "ioprio_set",
        "sched_get_priority_max",
        "sched_get_priority_min",
        "sched_getattr",
        "sched_getparam",
        "sched_getscheduler",
        "sched_rr_get_interval",
        "sched_setaffinity",
        "sched_setattr",
        "sched_setparam",
        "sched_setscheduler"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "priorities and processors of own threads"
    },
    {
      "names": [
        "clock_settime",
        "settimeofday"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "the container has SYS_TIME: setting the clock, which is the host's"
    },
    {
      "names": [
        "socket"
      ],
      "action": "SCMP_ACT_ALLOW",
      "args": [
        {
          "index": 0,
          "value": 1,
          "op": "SCMP_CMP_EQ"
        }
      ],
      "comment": "sockets between processes: AF_UNIX"
    },
    {
      "names": [
        "socket"
      ],
      "action": "SCMP_ACT_ALLOW",
      "args": [
        {
          "index": 0,
          "value": 2,
          "op": "SCMP_CMP_EQ"
        }
      ],
      "comment": "the network: AF_INET"
    },
    {
      "names": [
        "socket"
      ],
      "action": "SCMP_ACT_ALLOW",
      "args": [
        {
          "index": 0,
          "value": 10,
          "op": "SCMP_CMP_EQ"
        }
      ],
      "comment": "the network: AF_INET6"
    },
    {
      "names": [
        "socket"
      ],
      "action": "SCMP_ACT_ALLOW",
      "args": [
        {
          "index": 0,
          "value": 17,
          "op": "SCMP_CMP_EQ"
        }
      ],
      "comment": "the container has NET_RAW: AF_PACKET"
    },
    {
      "names": [
        "personality"
      ],
      "action": "SCMP_ACT_ALLOW",
      "args": [
        {
          "index": 0,
          "value": 0,
          "op": "SCMP_CMP_EQ"
        }
      ],
      "comment": "execution domain PER_LINUX"
    },
    {
      "names": [
        "personality"
      ],
      "action": "SCMP_ACT_ALLOW",
      "args": [
        {
          "index": 0,
          "value": 8,
          "op": "SCMP_CMP_EQ"
        }
      ],
      "comment": "execution domain PER_LINUX32"
    },
    {
      "names": [
        "personality"
      ],
      "action": "SCMP_ACT_ALLOW",
      "args": [
        {
          "index": 0,
          "value": 131072,
          "op": "SCMP_CMP_EQ"
        }
      ],
      "comment": "PER_LINUX with UNAME26"
    },
    {
      "names": [
        "personality"
      ],
      "action": "SCMP_ACT_ALLOW",
      "args": [
        {
          "index": 0,
          "value": 131080,
          "op": "SCMP_CMP_EQ"
        }
      ],
      "comment": "PER_LINUX32 with UNAME26"
    },
    {
      "names": [
        "personality"
      ],
      "action": "SCMP_ACT_ALLOW",
      "args": [
        {
          "index": 0,
          "value": 4294967295,
          "op": "SCMP_CMP_EQ"
        }
      ],
      "comment": "asking for the current execution domain"
    },
    {
      "names": [
        "clone"
      ],
      "action": "SCMP_ACT_ALLOW",
      "args": [
        {
          "index": 0,
          "value": 2114060288,
          "valueTwo": 0,
          "op": "SCMP_CMP_MASKED_EQ"
        }
      ],
      "comment": "new processes and threads, but no new namespaces: clone without CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET"
    },
    {
      "names": [
        "clone3"
      ],
      "action": "SCMP_ACT_ERRNO",
      "errnoRet": 38,
      "comment": "its flags lie in memory, where no filter can look: ENOSYS makes the libc take clone"
    }
  ]
}
