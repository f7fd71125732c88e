compose.yaml:2:3: warning[HD226]: service `web` may gain privileges: a setuid program in it makes root of any user
2 |   web:
  |   ^^^
  = help: `security_opt: [no-new-privileges:true]` (CIS Docker Benchmark 1.6, 5.26)
compose.yaml:2:3: warning[HD225]: service `web` can write to its root file system: who breaks in changes programs, or brings his own
  = help: `read_only: true`, and `tmpfs` for what it writes (CIS Docker Benchmark 1.6, 5.13)
compose.yaml:2:3: warning[HD222]: service `web` may use all of the host's memory, until other programs are ended for it
  = help: `mem_limit: 512m` (CIS Docker Benchmark 1.6, 5.11)
compose.yaml:2:3: warning[HD223]: service `web` may use all of the host's processors
  = help: `cpus: 1.0` (CIS Docker Benchmark 1.6, 5.12)
compose.yaml:2:3: warning[HD224]: service `web` may start any number of processes, until the host cannot start one
  = help: `pids_limit: 256` (CIS Docker Benchmark 1.6, 5.29)
compose.yaml:2:3: info[HD229]: service `web` has no health check here: nobody notices when it hangs, unless its image has one
  = help: `healthcheck:` (CIS Docker Benchmark 1.6, 5.27)

compose.yaml: web: starts as uid 0 and steps down to `app` (uid 1500) in start.sh:4
