--run:1:159: info[HD228]: the container of `registry.example/web:1` is started again without end, also when an attack makes it fail
1 | …6 --health-cmd true --restart=always registry.example/web:1
  |                                ^^^^^^
  = help: `--restart on-failure:5` (CIS Docker Benchmark 1.6, 5.15)

--run: registry.example/web:1: runs as uid 10001, gid 10001
