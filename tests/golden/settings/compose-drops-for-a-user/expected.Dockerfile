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

compose.yaml:6:3: info[HD214]: as whom service `other` runs is unknown because its entrypoint is not the image's, which steps down
6 |   other:
  |   ^^^^^
  = because: it is built from `Dockerfile`
  = help: `user: 10001:10001`, or `USER` in its Dockerfile
compose.yaml:6:3: warning[HD226]: service `other` may gain privileges: a setuid program in it makes root of any user
  = help: `security_opt: [no-new-privileges:true]` (CIS Docker Benchmark 1.6, 5.26)
compose.yaml:6:3: warning[HD225]: service `other` can write to its root file system: who breaks in changes programs, or brings his own
  = help: `read_only: true`, and `tmpfs` for what it writes (CIS Docker Benchmark 1.6, 5.13)
compose.yaml:6:3: warning[HD222]: service `other` may use all of the host's memory, until other programs are ended for it
  = help: `mem_limit: 512m` (CIS Docker Benchmark 1.6, 5.11)
compose.yaml:6:3: warning[HD223]: service `other` may use all of the host's processors
  = help: `cpus: 1.0` (CIS Docker Benchmark 1.6, 5.12)
compose.yaml:6:3: warning[HD224]: service `other` may start any number of processes, until the host cannot start one
  = help: `pids_limit: 256` (CIS Docker Benchmark 1.6, 5.29)
compose.yaml:6:3: info[HD229]: service `other` has no health check here: nobody notices when it hangs, unless its image has one
  = help: `healthcheck:` (CIS Docker Benchmark 1.6, 5.27)

compose.yaml: web: runs as uid 1500, gid 1500
compose.yaml: other: unknown because its entrypoint is not the image's, which steps down
