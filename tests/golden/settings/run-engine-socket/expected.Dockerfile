--run:1:152: error[HD212]: the container of `registry.example/web:1` gets the engine's socket `/var/run/docker.sock`: who talks to it starts containers that are root on the host
1 | …imit 256 --health-cmd true -v /var/run/docker.sock:/var/run/docker.sock registry.example/web:1
  |                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: leave it out, or put a proxy in between that lets only the calls through that are needed (CIS Docker Benchmark 1.6, 5.32)

--run: registry.example/web:1: runs as uid 10001, gid 10001
