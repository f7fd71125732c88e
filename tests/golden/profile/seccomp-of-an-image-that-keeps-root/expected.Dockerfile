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
        "chdir",
        "close_range",
        "creat",
        "faccessat",
        "faccessat2",
        "fchdir",
        "getcwd",
        "name_to_handle_at",
        "openat2",
        "readlinkat",
        "umask"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "opening, closing and naming files; what may be opened is decided by users, mounts and the LSM"
    },
    {
      "names": [
        "cachestat",
        "copy_file_range",
        "fadvise64",
        "fallocate",
        "fdatasync",
        "flock",
        "fsync",
        "ftruncate",
        "preadv",
        "preadv2",
        "pwrite64",
        "pwritev",
        "pwritev2",
        "readahead",
        "sendfile",
        "splice",
        "sync",
        "sync_file_range",
        "syncfs",
        "tee",
        "truncate",
        "vmsplice"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "reading and writing open files"
    },
    {
      "names": [
        "getdents",
        "listmount",
        "lstat",
        "statfs",
        "statmount"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "asking what files, folders and file systems are"
    },
    {
      "names": [
        "chmod",
        "chown",
        "fchmod",
        "fchmodat",
        "fchmodat2",
        "fchown",
        "fchownat",
        "futimesat",
        "lchown",
        "utime",
        "utimensat",
        "utimes"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "owners, modes and times of files, which the kernel checks against the user and CHOWN, FOWNER"
    },
    {
      "names": [
        "link",
        "linkat",
        "mkdir",
        "mkdirat",
        "mknod",
        "mknodat",
        "rename",
        "renameat",
        "renameat2",
        "rmdir",
        "symlink",
        "symlinkat",
        "unlink",
        "unlinkat"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "making, renaming and removing files, folders, links and nodes; device nodes need MKNOD"
    },
    {
      "names": [
        "fgetxattr",
        "flistxattr",
        "fremovexattr",
        "fsetxattr",
        "getxattr",
        "getxattrat",
        "lgetxattr",
        "listxattr",
        "listxattrat",
        "llistxattr",
        "lremovexattr",
        "lsetxattr",
        "removexattr",
        "removexattrat",
        "setxattr",
        "setxattrat"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "extended attributes; those of the kernel are guarded by capabilities"
    },
    {
      "names": [
        "fanotify_mark",
        "inotify_add_watch",
        "inotify_init",
        "inotify_init1",
        "inotify_rm_watch"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "being told of changes to files; fanotify_init needs SYS_ADMIN"
    },
    {
      "names": [
        "dup",
        "dup2",
        "dup3",
        "eventfd",
        "eventfd2",
        "memfd_create",
        "memfd_secret",
        "pipe",
        "pipe2"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "descriptors, pipes and devices"
    },
    {
      "names": [
        "epoll_create",
        "epoll_create1",
        "epoll_ctl_old",
        "epoll_pwait2",
        "epoll_wait",
        "epoll_wait_old",
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
        "io_cancel",
        "io_destroy",
        "io_getevents",
        "io_pgetevents",
        "io_setup",
        "io_submit"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "asynchronous reading and writing; io_uring is left out because it goes around the filter"
    },
    {
      "names": [
        "map_shadow_stack",
        "membarrier",
        "mincore",
        "mlock",
        "mlock2",
        "mlockall",
        "mremap",
        "mseal",
        "msync",
        "munlock",
        "munlockall",
        "pkey_alloc",
        "pkey_free",
        "pkey_mprotect",
        "process_mrelease",
        "remap_file_pages"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "memory of the process itself"
    },
    {
      "names": [
        "futex_requeue",
        "futex_wait",
        "futex_waitv",
        "futex_wake",
        "get_robust_list",
        "get_thread_area",
        "getcpu",
        "set_thread_area"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "locks and the state of threads"
    },
    {
      "names": [
        "execveat",
        "fork",
        "pidfd_open",
        "prctl",
        "vfork",
        "wait4",
        "waitid"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "starting, replacing, ending and waiting for processes; clone has rules of its own"
    },
    {
      "names": [
        "kill",
        "pause",
        "pidfd_send_signal",
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
        "getegid",
        "geteuid",
        "getgid",
        "getgroups",
        "getpgid",
        "getpgrp",
        "getppid",
        "getresgid",
        "getresuid",
        "getsid",
        "getuid",
        "setpgid",
        "setsid"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "who the process is and to which group and session it belongs"
    },
    {
      "names": [
        "capget",
        "capset",
        "setfsgid",
        "setfsuid",
        "setgid",
        "setgroups",
        "setregid",
        "setresgid",
        "setresuid",
        "setreuid",
        "setuid"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "changing the user; to another one needs SETUID and SETGID"
    },
    {
      "names": [
        "getpriority",
        "ioprio_get",
        "ioprio_set",
        "sched_get_priority_max",
        "sched_get_priority_min",
        "sched_getaffinity",
        "sched_getattr",
        "sched_getparam",
        "sched_getscheduler",
        "sched_rr_get_interval",
        "sched_setaffinity",
        "sched_setattr",
        "sched_setparam",
        "sched_setscheduler",
        "setpriority"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "priorities and processors of own processes; more needs SYS_NICE"
    },
    {
      "names": [
        "getrlimit",
        "getrusage",
        "setrlimit",
        "sysinfo",
        "times",
        "uname"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "limits and usage; raising hard ones needs SYS_RESOURCE"
    },
    {
      "names": [
        "adjtimex",
        "alarm",
        "clock_adjtime",
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
        "timerfd_settime"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "clocks and timers; setting a clock needs SYS_TIME"
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
      "comment": "sockets; which families can be made is said by the rules of socket"
    },
    {
      "names": [
        "mq_getsetattr",
        "mq_notify",
        "mq_open",
        "mq_timedreceive",
        "mq_timedsend",
        "mq_unlink",
        "msgctl",
        "msgget",
        "msgrcv",
        "msgsnd",
        "semctl",
        "semget",
        "semop",
        "semtimedop",
        "shmat",
        "shmctl",
        "shmdt",
        "shmget"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "System V and POSIX messages, semaphores and shared memory, within the IPC namespace"
    },
    {
      "names": [
        "landlock_add_rule",
        "landlock_create_ruleset",
        "landlock_restrict_self",
        "seccomp"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "giving up rights: a process may confine itself further"
    },
    {
      "names": [
        "uretprobe"
      ],
      "action": "SCMP_ACT_ALLOW",
      "comment": "what a kernel feature or a debugger's return probe asks of every process"
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
          "value": 16,
          "op": "SCMP_CMP_EQ"
        },
        {
          "index": 2,
          "value": 0,
          "op": "SCMP_CMP_EQ"
        }
      ],
      "comment": "the list of interfaces: AF_NETLINK with NETLINK_ROUTE"
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
