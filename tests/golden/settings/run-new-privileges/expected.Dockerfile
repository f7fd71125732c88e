--run:1:116: warning[HD226]: the container of `registry.example/web:1` may gain privileges: a setuid program in it makes root of any user
1 | …s-limit 256 --health-cmd true registry.example/web:1
  |                                ^^^^^^^^^^^^^^^^^^^^^^
  = help: `--security-opt no-new-privileges` (CIS Docker Benchmark 1.6, 5.26)

--run: registry.example/web:1: runs as uid 10001, gid 10001
