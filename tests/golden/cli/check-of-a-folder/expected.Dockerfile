context/api/Dockerfile: runs as uid 1000, gid 1000
context/compose.yaml:2:3: warning[HD226]: service `db` may gain privileges: a setuid program in it makes root of any user
2 |   db:
  |   ^^
  = help: `security_opt: [no-new-privileges:true]` (CIS Docker Benchmark 1.6, 5.26)
context/compose.yaml:2:3: warning[HD225]: service `db` can write to its root file system: who breaks in changes programs, or brings his own
  = help: `read_only: true`, and `tmpfs` for what it writes (CIS Docker Benchmark 1.6, 5.13)
context/compose.yaml:2:3: warning[HD222]: service `db` may use all of the host's memory, until other programs are ended for it
  = help: `mem_limit: 512m` (CIS Docker Benchmark 1.6, 5.11)
context/compose.yaml:2:3: warning[HD223]: service `db` may use all of the host's processors
  = help: `cpus: 1.0` (CIS Docker Benchmark 1.6, 5.12)
context/compose.yaml:2:3: warning[HD224]: service `db` may start any number of processes, until the host cannot start one
  = help: `pids_limit: 256` (CIS Docker Benchmark 1.6, 5.29)
context/compose.yaml:2:3: info[HD229]: service `db` has no health check here: nobody notices when it hangs, unless its image has one
  = help: `healthcheck:` (CIS Docker Benchmark 1.6, 5.27)

context/compose.yaml: db: runs as postgres (999:999)
context/web/.hidden/db.Containerfile: runs as uid 1000, gid 1000

3 files: 0 errors, 5 warnings, 1 remark
