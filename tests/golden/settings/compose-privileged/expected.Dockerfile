compose.yaml:12:17: error[HD210]: service `web` is privileged: it has every capability and device, and root in it is root on the host
12 |     privileged: true
   |                 ^^^^
   = help: remove it, and give the one capability or device that is needed (CIS Docker Benchmark 1.6, 5.5)

compose.yaml: web: runs as uid 10001, gid 10001
