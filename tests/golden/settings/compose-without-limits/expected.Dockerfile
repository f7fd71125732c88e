compose.yaml:2:3: warning[HD222]: service `web` may use all of the host's memory, until other programs are ended for it
2 |   web:
  |   ^^^
  = help: `mem_limit: 512m` (CIS Docker Benchmark 1.6, 5.11)
compose.yaml:2:3: warning[HD223]: service `web` may use all of the host's processors
  = help: `cpus: 1.0` (CIS Docker Benchmark 1.6, 5.12)
compose.yaml:2:3: warning[HD224]: service `web` may start any number of processes, until the host cannot start one
  = help: `pids_limit: 256` (CIS Docker Benchmark 1.6, 5.29)

compose.yaml: web: runs as uid 10001, gid 10001
