--run:1:131: info[HD229]: the container of `registry.example/web:1` has no health check here: nobody notices when it hangs, unless its image has one
1 | …12m --cpus 1 --pids-limit 256 registry.example/web:1
  |                                ^^^^^^^^^^^^^^^^^^^^^^
  = help: `--health-cmd` (CIS Docker Benchmark 1.6, 5.27)

--run: registry.example/web:1: runs as uid 10001, gid 10001
