compose.yaml:2:3: info[HD214]: as whom service `cache` runs is unknown because the base's entrypoint steps down to `redis` for its own program only, and `CMD` starts another
2 |   cache:
  |   ^^^^^
  = because: its image `redis:7` starts as root
  = help: `user: 10001:10001`, or `USER` in its Dockerfile
compose.yaml:2:3: warning[HD226]: service `cache` may gain privileges: a setuid program in it makes root of any user
  = help: `security_opt: [no-new-privileges:true]` (CIS Docker Benchmark 1.6, 5.26)
compose.yaml:2:3: warning[HD225]: service `cache` can write to its root file system: who breaks in changes programs, or brings his own
  = help: `read_only: true`, and `tmpfs` for what it writes (CIS Docker Benchmark 1.6, 5.13)
compose.yaml:2:3: warning[HD222]: service `cache` may use all of the host's memory, until other programs are ended for it
  = help: `mem_limit: 512m` (CIS Docker Benchmark 1.6, 5.11)
compose.yaml:2:3: warning[HD223]: service `cache` may use all of the host's processors
  = help: `cpus: 1.0` (CIS Docker Benchmark 1.6, 5.12)
compose.yaml:2:3: warning[HD224]: service `cache` may start any number of processes, until the host cannot start one
  = help: `pids_limit: 256` (CIS Docker Benchmark 1.6, 5.29)
compose.yaml:2:3: info[HD229]: service `cache` has no health check here: nobody notices when it hangs, unless its image has one
  = help: `healthcheck:` (CIS Docker Benchmark 1.6, 5.27)

compose.yaml:6:3: warning[HD226]: service `worker` may gain privileges: a setuid program in it makes root of any user
6 |   worker:
  |   ^^^^^^
  = help: `security_opt: [no-new-privileges:true]` (CIS Docker Benchmark 1.6, 5.26)
compose.yaml:6:3: warning[HD225]: service `worker` can write to its root file system: who breaks in changes programs, or brings his own
  = help: `read_only: true`, and `tmpfs` for what it writes (CIS Docker Benchmark 1.6, 5.13)
compose.yaml:6:3: warning[HD222]: service `worker` may use all of the host's memory, until other programs are ended for it
  = help: `mem_limit: 512m` (CIS Docker Benchmark 1.6, 5.11)
compose.yaml:6:3: warning[HD223]: service `worker` may use all of the host's processors
  = help: `cpus: 1.0` (CIS Docker Benchmark 1.6, 5.12)
compose.yaml:6:3: warning[HD224]: service `worker` may start any number of processes, until the host cannot start one
  = help: `pids_limit: 256` (CIS Docker Benchmark 1.6, 5.29)
compose.yaml:6:3: info[HD229]: service `worker` has no health check here: nobody notices when it hangs, unless its image has one
  = help: `healthcheck:` (CIS Docker Benchmark 1.6, 5.27)

compose.yaml:9:16: warning[HD232]: service `worker` takes away SETGID, SETUID: its image's entrypoint uses that as root before it steps down, and fails without it
9 |     cap_drop: [ALL]
  |                ^^^
  = help: `cap_add: [SETGID, SETUID]`

compose.yaml: cache: unknown because the base's entrypoint steps down to `redis` for its own program only, and `CMD` starts another
compose.yaml: worker: starts as uid 0, and the base's entrypoint steps down to `redis` (uid 999)
