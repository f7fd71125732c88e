profile.json:1:19: warning[HD312]: `restart_syscall` is not allowed: a wait that `docker pause`, SIGSTOP or a debugger interrupts fails instead of going on
1 | {"defaultAction": "SCMP_ACT_ERRNO",
  |                   ^^^^^^^^^^^^^^^^
  = help: allow `restart_syscall`; it only continues what the thread was allowed to begin

profile.json:2:2: error[HD302]: `architectures` beside `archMap`: engines refuse the profile because one excludes the other
2 |  "architectures": ["SCMP_ARCH_X86_64"],
  |  ^^^^^^^^^^^^^^^

profile.json:5:4: error[HD302]: `name` beside `names`: engines refuse the profile because one excludes the other
5 |   {"name": "read",
  |    ^^^^^^

profile.json: 6 system calls are allowed
