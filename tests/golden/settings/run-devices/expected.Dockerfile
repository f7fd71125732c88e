--run:1:158: warning[HD221]: the container of `registry.example/web:1` gets the device `/dev/sda`: it reads and writes what the host has on disk past all permissions
1 | …56 --health-cmd true --device /dev/sda:/dev/sda:r --device=/dev/fuse registry.example/web:1
  |                                ^^^^^^^^^^^^^^^^^^^
  = help: leave it out (CIS Docker Benchmark 1.6, 5.18)

--run:1:187: warning[HD221]: the container of `registry.example/web:1` gets the device `/dev/fuse`, and with it the host's driver for it
1 | … /dev/sda:/dev/sda:r --device=/dev/fuse registry.example/web:1
  |                                ^^^^^^^^^
  = help: keep it only if the program uses it, with no more rights than it needs (`:r`) (CIS Docker Benchmark 1.6, 5.18)

--run: registry.example/web:1: runs as uid 10001, gid 10001
