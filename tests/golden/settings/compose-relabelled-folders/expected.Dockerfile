compose.yaml:13:9: warning[HD219]: service `web` may write `/home` of the host: somebody's whole home, with keys and start-up files
13 |       - /home:/home:Z
   |         ^^^^^^^^^^^^^
   = help: mount only what it needs, and read-only, or use a volume (CIS Docker Benchmark 1.6, 5.6)
compose.yaml:13:9: warning[HD220]: `Z` gives everything in `/home` an SELinux label of containers: only service `web` may use it, and the host's own programs may lose access
   = help: mount a folder that belongs to the container alone

compose.yaml:14:9: info[HD219]: service `web` reads `/etc` of the host: the host's configuration, with its accounts and keys
14 |       - /etc:/e:ro,z
   |         ^^^^^^^^^^^^
   = help: mount only the files that it needs (CIS Docker Benchmark 1.6, 5.6)
compose.yaml:14:9: warning[HD220]: `z` gives everything in `/etc` an SELinux label of containers: every container may use it, and the host's own programs may lose access
   = help: mount a folder that belongs to the container alone

compose.yaml:15:9: warning[HD219]: service `web` may write `~/.ssh` of the host: somebody's keys
15 |       - type: bind
   |         ^^^^^^^^^^
   = help: mount only what it needs, and read-only, or use a volume (CIS Docker Benchmark 1.6, 5.6)
compose.yaml:15:9: warning[HD220]: `Z` gives everything in `~/.ssh` an SELinux label of containers: only service `web` may use it, and the host's own programs may lose access
   = help: mount a folder that belongs to the container alone

compose.yaml: web: runs as uid 10001, gid 10001
