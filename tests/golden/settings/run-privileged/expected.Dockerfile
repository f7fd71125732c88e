--run:1:149: error[HD210]: the container of `registry.example/web:1` is privileged: it has every capability and device, and root in it is root on the host
1 | …s-limit 256 --health-cmd true --privileged registry.example/web:1
  |                                ^^^^^^^^^^^^
  = help: remove it, and give the one capability or device that is needed (CIS Docker Benchmark 1.6, 5.5)

--run: registry.example/web:1: runs as uid 10001, gid 10001
