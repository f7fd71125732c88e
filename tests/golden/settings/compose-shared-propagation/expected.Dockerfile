compose.yaml:13:9: warning[HD230]: what service `web` mounts below `/data` is mounted on the host, too
13 |       - /srv/data:/data:rshared
   |         ^^^^^^^^^^^^^^^^^^^^^^^
   = help: leave the propagation out, or use `rslave` (CIS Docker Benchmark 1.6, 5.20)

compose.yaml: web: runs as uid 10001, gid 10001
