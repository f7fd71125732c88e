compose.yaml:16:11: error[HD213]: service `web` runs as root: `user: root` says so
16 |     user: root
   |           ^^^^
   = help: `user: 10001:10001`, or `USER` in its Dockerfile

compose.yaml:17:15: warning[HD216]: service `web` gets the capability SYS_ADMIN: it mounts file systems and much more, which is as good as root on the host
17 |     cap_add: [SYS_ADMIN]
   |               ^^^^^^^^^
   = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

compose.yaml: base: runs as uid 10001, gid 10001
compose.yaml: web: runs as root (uid 0)
