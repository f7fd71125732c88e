--run:1:164: warning[HD218]: the container of `registry.example/web:1` runs without a seccomp filter: it reaches every system call, and with it every fault of the kernel
1 | …ealth-cmd true --security-opt seccomp=unconfined --security-opt apparmor:unconfined --security-opt…
  |                                ^^^^^^^^^^^^^^^^^^
  = help: remove it for the engine's own profile, or name a smaller one (CIS Docker Benchmark 1.6, 5.22)

--run:1:198: warning[HD218]: the container of `registry.example/web:1` runs without an AppArmor profile: it may write to /proc and mount where root may
1 | …omp=unconfined --security-opt apparmor:unconfined --security-opt label=disable registry.example/we…
  |                                ^^^^^^^^^^^^^^^^^^^
  = help: remove it for the engine's own profile, or name another (CIS Docker Benchmark 1.6, 5.2)

--run:1:233: warning[HD218]: the container of `registry.example/web:1` runs without SELinux: no label keeps it from the host's files
1 | …mor:unconfined --security-opt label=disable registry.example/web:1
  |                                ^^^^^^^^^^^^^
  = help: remove the option, or name a type that fits (CIS Docker Benchmark 1.6, 5.3)

--run: registry.example/web:1: runs as uid 10001, gid 10001
