compose.yaml:13:9: warning[HD216]: service `web` gets the capability AUDIT_CONTROL: it switches the host's audit off
13 |       - AUDIT_CONTROL
   |         ^^^^^^^^^^^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml:14:9: warning[HD216]: service `web` gets the capability AUDIT_READ: it reads the host's audit log
14 |       - AUDIT_READ
   |         ^^^^^^^^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml:15:9: warning[HD216]: service `web` gets the capability BPF: it loads programs into the kernel, which see the whole host
15 |       - BPF
   |         ^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml:16:9: warning[HD216]: service `web` gets the capability CHECKPOINT_RESTORE: it chooses process ids and reads memory maps
16 |       - CHECKPOINT_RESTORE
   |         ^^^^^^^^^^^^^^^^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml:17:9: warning[HD216]: service `web` gets the capability DAC_READ_SEARCH: it reads every file, by its handle also those of the host
17 |       - DAC_READ_SEARCH
   |         ^^^^^^^^^^^^^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml:18:9: warning[HD216]: service `web` gets the capability LINUX_IMMUTABLE: it makes files that nobody can remove
18 |       - LINUX_IMMUTABLE
   |         ^^^^^^^^^^^^^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml:19:9: warning[HD216]: service `web` gets the capability MAC_ADMIN: it changes the rules of AppArmor or SELinux
19 |       - MAC_ADMIN
   |         ^^^^^^^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml:20:9: warning[HD216]: service `web` gets the capability MAC_OVERRIDE: it passes by the rules of AppArmor or SELinux
20 |       - MAC_OVERRIDE
   |         ^^^^^^^^^^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml:21:9: warning[HD216]: service `web` gets the capability PERFMON: it watches every process of the host, and the kernel
21 |       - PERFMON
   |         ^^^^^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml:22:9: warning[HD216]: service `web` gets the capability SYSLOG: it reads the kernel's log, with the addresses exploits need
22 |       - SYSLOG
   |         ^^^^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml:23:9: warning[HD216]: service `web` gets the capability SYS_BOOT: it restarts the host, or starts another kernel
23 |       - SYS_BOOT
   |         ^^^^^^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml:24:9: warning[HD216]: service `web` gets the capability SYS_PACCT: it writes the host's process accounting
24 |       - SYS_PACCT
   |         ^^^^^^^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml:25:9: warning[HD216]: service `web` gets the capability SYS_RAWIO: it reads and writes the host's memory and disks directly
25 |       - SYS_RAWIO
   |         ^^^^^^^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml:26:9: warning[HD216]: service `web` gets the capability SYS_RESOURCE: it passes by its limits and quotas
26 |       - SYS_RESOURCE
   |         ^^^^^^^^^^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml:27:9: warning[HD216]: service `web` gets the capability SYS_TIME: it sets the host's clock
27 |       - SYS_TIME
   |         ^^^^^^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml:28:9: warning[HD216]: service `web` gets the capability SYS_TTY_CONFIG: it takes over the host's terminals
28 |       - SYS_TTY_CONFIG
   |         ^^^^^^^^^^^^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml: web: runs as uid 10001, gid 10001
