profile.json:2:20: warning[HD312]: `restart_syscall` is not allowed: a wait that `docker pause`, SIGSTOP or a debugger interrupts fails instead of going on
2 |   "defaultAction": "SCMP_ACT_ERRNO",
  |                    ^^^^^^^^^^^^^^^^
  = help: allow `restart_syscall`; it only continues what the thread was allowed to begin

profile.json:6:5: warning[HD303]: this rule has no effect: it names no system call
6 |     {"names": [], "action": "SCMP_ACT_ALLOW"},
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

profile.json:7:34: warning[HD303]: this rule has no effect: it does what happens to all others anyway
7 |     {"names": ["bpf"], "action": "SCMP_ACT_ERRNO"},
  |                                  ^^^^^^^^^^^^^^^^

profile.json:8:66: warning[HD303]: there is no capability `CAP_SYS_ADMON`, so no container has it
8 |     {"names": ["mount"], "action": "SCMP_ACT_ALLOW", "includes": {"caps": ["CAP_SYS_ADMON"]}},
  |                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: did you mean `CAP_SYS_ADMIN`?

profile.json:9:107: warning[HD303]: this rule has no effect: it asks for a capability that it excludes
9 | …CAP_SYS_ADMIN"]}, "excludes": {"caps": ["CAP_SYS_ADMIN"]}},
  |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^

profile.json:10:100: warning[HD303]: this rule has no effect: it excludes all architectures that it is for
10 | …hes": ["amd64"]}, "excludes": {"arches": ["amd64"]}},
   |                                ^^^^^^^^^^^^^^^^^^^^^

profile.json:11:65: warning[HD303]: there is no architecture `x86_64`: rules call them amd64, arm64, …
11 |     {"names": ["read"], "action": "SCMP_ACT_ALLOW", "includes": {"arches": ["x86_64"]}},
   |                                                                 ^^^^^^^^^^^^^^^^^^^^^^

profile.json:12:63: warning[HD303]: this rule has no effect: it asks for a number below 0, and arguments have no sign
12 | …": "SCMP_ACT_ALLOW", "args": [{"index": 0, "value": 0, "op": "SCMP_CMP_LT"}]},
   |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

profile.json:13:63: warning[HD303]: this rule has no effect: it asks for more than the largest number
13 | …": "SCMP_ACT_ALLOW", "args": [{"index": 0, "value": 18446744073709551615, "op": "SCMP_CMP_GT"}]},
   |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

profile.json:14:63: warning[HD303]: this rule has no effect: it compares with bits of `valueTwo` (0x2) that its mask `value` (0x1) takes away
14 | …": "SCMP_ACT_ALLOW", "args": [{"index": 0, "value": 1, "valueTwo": 2, "op": "SCMP_CMP_MASKED_EQ"}]…
   |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

profile.json: 6 system calls are allowed
