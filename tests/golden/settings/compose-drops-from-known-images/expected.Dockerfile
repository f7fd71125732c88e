compose.yaml:2:3: warning[HD226]: service `db` may gain privileges: a setuid program in it makes root of any user
2 |   db:
  |   ^^
  = help: `security_opt: [no-new-privileges:true]` (CIS Docker Benchmark 1.6, 5.26)
compose.yaml:2:3: warning[HD225]: service `db` can write to its root file system: who breaks in changes programs, or brings his own
  = help: `read_only: true`, and `tmpfs` for what it writes (CIS Docker Benchmark 1.6, 5.13)
compose.yaml:2:3: warning[HD222]: service `db` may use all of the host's memory, until other programs are ended for it
  = help: `mem_limit: 512m` (CIS Docker Benchmark 1.6, 5.11)
compose.yaml:2:3: warning[HD223]: service `db` may use all of the host's processors
  = help: `cpus: 1.0` (CIS Docker Benchmark 1.6, 5.12)
compose.yaml:2:3: warning[HD224]: service `db` may start any number of processes, until the host cannot start one
  = help: `pids_limit: 256` (CIS Docker Benchmark 1.6, 5.29)
compose.yaml:2:3: info[HD229]: service `db` has no health check here: nobody notices when it hangs, unless its image has one
  = help: `healthcheck:` (CIS Docker Benchmark 1.6, 5.27)

compose.yaml:4:16: warning[HD232]: service `db` takes away SETGID, SETUID: its image's entrypoint uses that as root before it steps down, and fails without it
4 |     cap_drop: [ALL]
  |                ^^^
  = help: `cap_add: [SETGID, SETUID]`

compose.yaml:5:3: warning[HD226]: service `proxy` may gain privileges: a setuid program in it makes root of any user
5 |   proxy:
  |   ^^^^^
  = help: `security_opt: [no-new-privileges:true]` (CIS Docker Benchmark 1.6, 5.26)
compose.yaml:5:3: warning[HD225]: service `proxy` can write to its root file system: who breaks in changes programs, or brings his own
  = help: `read_only: true`, and `tmpfs` for what it writes (CIS Docker Benchmark 1.6, 5.13)
compose.yaml:5:3: warning[HD222]: service `proxy` may use all of the host's memory, until other programs are ended for it
  = help: `mem_limit: 512m` (CIS Docker Benchmark 1.6, 5.11)
compose.yaml:5:3: warning[HD223]: service `proxy` may use all of the host's processors
  = help: `cpus: 1.0` (CIS Docker Benchmark 1.6, 5.12)
compose.yaml:5:3: warning[HD224]: service `proxy` may start any number of processes, until the host cannot start one
  = help: `pids_limit: 256` (CIS Docker Benchmark 1.6, 5.29)
compose.yaml:5:3: info[HD229]: service `proxy` has no health check here: nobody notices when it hangs, unless its image has one
  = help: `healthcheck:` (CIS Docker Benchmark 1.6, 5.27)

compose.yaml:8:16: warning[HD232]: service `proxy` takes away NET_BIND_SERVICE: `/usr/bin/caddy` of its image carries that as a file, and cannot be started without it
8 |     cap_drop: [ALL]
  |                ^^^
  = help: `cap_add: [NET_BIND_SERVICE]`

compose.yaml:9:3: warning[HD226]: service `plain` may gain privileges: a setuid program in it makes root of any user
9 |   plain:
  |   ^^^^^
  = help: `security_opt: [no-new-privileges:true]` (CIS Docker Benchmark 1.6, 5.26)
compose.yaml:9:3: warning[HD225]: service `plain` can write to its root file system: who breaks in changes programs, or brings his own
  = help: `read_only: true`, and `tmpfs` for what it writes (CIS Docker Benchmark 1.6, 5.13)
compose.yaml:9:3: warning[HD222]: service `plain` may use all of the host's memory, until other programs are ended for it
  = help: `mem_limit: 512m` (CIS Docker Benchmark 1.6, 5.11)
compose.yaml:9:3: warning[HD223]: service `plain` may use all of the host's processors
  = help: `cpus: 1.0` (CIS Docker Benchmark 1.6, 5.12)
compose.yaml:9:3: warning[HD224]: service `plain` may start any number of processes, until the host cannot start one
  = help: `pids_limit: 256` (CIS Docker Benchmark 1.6, 5.29)
compose.yaml:9:3: info[HD229]: service `plain` has no health check here: nobody notices when it hangs, unless its image has one
  = help: `healthcheck:` (CIS Docker Benchmark 1.6, 5.27)

compose.yaml: db: starts as uid 0, and the base's entrypoint steps down to `redis` (uid 999)
compose.yaml: proxy: runs as uid 1000, gid 1000
compose.yaml: plain: runs as uid 1000, gid 1000
