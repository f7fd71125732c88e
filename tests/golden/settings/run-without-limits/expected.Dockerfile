--run:1:109: warning[HD222]: the container of `registry.example/web:1` may use all of the host's memory, until other programs are ended for it
1 | …--read-only --health-cmd true registry.example/web:1
  |                                ^^^^^^^^^^^^^^^^^^^^^^
  = help: `--memory 512m` (CIS Docker Benchmark 1.6, 5.11)
--run:1:109: warning[HD223]: the container of `registry.example/web:1` may use all of the host's processors
  = help: `--cpus 1` (CIS Docker Benchmark 1.6, 5.12)
--run:1:109: warning[HD224]: the container of `registry.example/web:1` may start any number of processes, until the host cannot start one
  = help: `--pids-limit 256` (CIS Docker Benchmark 1.6, 5.29)

--run: registry.example/web:1: runs as uid 10001, gid 10001
