compose.yaml:2:3: warning[HD225]: service `desk` can write to its root file system: who breaks in changes programs, or brings his own
2 |   desk:
  |   ^^^^
  = help: `read_only: true`, and `tmpfs` for what it writes (CIS Docker Benchmark 1.6, 5.13)
compose.yaml:2:3: warning[HD222]: service `desk` may use all of the host's memory, until other programs are ended for it
  = help: `mem_limit: 512m` (CIS Docker Benchmark 1.6, 5.11)
compose.yaml:2:3: warning[HD223]: service `desk` may use all of the host's processors
  = help: `cpus: 1.0` (CIS Docker Benchmark 1.6, 5.12)
compose.yaml:2:3: warning[HD224]: service `desk` may start any number of processes, until the host cannot start one
  = help: `pids_limit: 256` (CIS Docker Benchmark 1.6, 5.29)
compose.yaml:2:3: info[HD229]: service `desk` has no health check here: nobody notices when it hangs, unless its image has one
  = help: `healthcheck:` (CIS Docker Benchmark 1.6, 5.27)

compose.yaml:4:14: info[HD228]: service `desk` is started again without end, also when an attack makes it fail
4 |     restart: unless-stopped
  |              ^^^^^^^^^^^^^^
  = help: `restart: on-failure:5` (CIS Docker Benchmark 1.6, 5.15)

compose.yaml:8:9: warning[HD232]: service `desk` takes away CHOWN, DAC_OVERRIDE, FOWNER, SETGID, SETUID: run.sh uses that as root before it steps down, and fails without it
8 |       - ALL
  |         ^^^
  = help: `cap_add: [CHOWN, DAC_OVERRIDE, FOWNER, SETGID, SETUID]`

compose.yaml: desk: starts as uid 0 and steps down to `desk` (uid 10001) in run.sh:6
