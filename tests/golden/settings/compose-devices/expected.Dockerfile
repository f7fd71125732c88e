compose.yaml:13:9: warning[HD221]: service `web` gets the device `/dev/ttyUSB0`, and with it the host's driver for it
13 |       - /dev/ttyUSB0:/dev/ttyUSB0
   |         ^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: keep it only if the program uses it, with no more rights than it needs (`:r`) (CIS Docker Benchmark 1.6, 5.18)

compose.yaml:14:9: warning[HD221]: service `web` gets the device `/dev/mem`: it reads and writes what the host has in memory past all permissions
14 |       - /dev/mem
   |         ^^^^^^^^
   = help: leave it out (CIS Docker Benchmark 1.6, 5.18)

compose.yaml:15:9: warning[HD221]: service `web` gets the device `/dev/nvme0n1`: it reads and writes what the host has on disk past all permissions
15 |       - {source: /dev/nvme0n1, target: /dev/disk}
   |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: leave it out (CIS Docker Benchmark 1.6, 5.18)

compose.yaml: web: runs as uid 10001, gid 10001
