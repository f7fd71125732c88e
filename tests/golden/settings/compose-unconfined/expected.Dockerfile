compose.yaml:13:9: warning[HD218]: service `web` runs without a seccomp filter: it reaches every system call, and with it every fault of the kernel
13 |       - seccomp:unconfined
   |         ^^^^^^^^^^^^^^^^^^
   = help: remove it for the engine's own profile, or name a smaller one (CIS Docker Benchmark 1.6, 5.22)

compose.yaml:14:9: warning[HD218]: service `web` runs without an AppArmor profile: it may write to /proc and mount where root may
14 |       - apparmor=unconfined
   |         ^^^^^^^^^^^^^^^^^^^
   = help: remove it for the engine's own profile, or name another (CIS Docker Benchmark 1.6, 5.2)

compose.yaml:15:9: warning[HD218]: service `web` runs without SELinux: no label keeps it from the host's files
15 |       - label:disable
   |         ^^^^^^^^^^^^^
   = help: remove the option, or name a type that fits (CIS Docker Benchmark 1.6, 5.3)

compose.yaml:16:9: warning[HD218]: service `web` sees what the engine hides below /proc and /sys: keys, memory and switches of the host's kernel
16 |       - systempaths=unconfined
   |         ^^^^^^^^^^^^^^^^^^^^^^
   = help: remove it

compose.yaml: web: runs as uid 10001, gid 10001
