compose.yaml:12:15: warning[HD216]: service `web` gets the capability ALL: it may do all that root on the host may
12 |     cap_add: [ALL, cap_sys_admin, NET_ADMIN, SYS_MODULE, SYS_PTRACE, CHOWN, NET_BIND_SERVICE]
   |               ^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml:12:20: warning[HD216]: service `web` gets the capability SYS_ADMIN: it mounts file systems and much more, which is as good as root on the host
12 |     cap_add: [ALL, cap_sys_admin, NET_ADMIN, SYS_MODULE, SYS_PTRACE, CHOWN, NET_BIND_SERVICE]
   |                    ^^^^^^^^^^^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml:12:35: warning[HD216]: service `web` gets the capability NET_ADMIN: it changes interfaces, routes and firewall of its network, and reaches much of the kernel that way
12 |     cap_add: [ALL, cap_sys_admin, NET_ADMIN, SYS_MODULE, SYS_PTRACE, CHOWN, NET_BIND_SERVICE]
   |                                   ^^^^^^^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml:12:46: warning[HD216]: service `web` gets the capability SYS_MODULE: it loads kernel modules, which is root on the host
12 |     cap_add: [ALL, cap_sys_admin, NET_ADMIN, SYS_MODULE, SYS_PTRACE, CHOWN, NET_BIND_SERVICE]
   |                                              ^^^^^^^^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml:12:58: warning[HD216]: service `web` gets the capability SYS_PTRACE: it reads and changes the memory of every process it sees
12 |     cap_add: [ALL, cap_sys_admin, NET_ADMIN, SYS_MODULE, SYS_PTRACE, CHOWN, NET_BIND_SERVICE]
   |                                                          ^^^^^^^^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml: web: runs as uid 10001, gid 10001
