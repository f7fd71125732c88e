compose.yaml:11:16: warning[HD225]: service `web` can write to its root file system: who breaks in changes programs, or brings his own
11 |     read_only: false
   |                ^^^^^
   = help: `read_only: true`, and `tmpfs` for what it writes (CIS Docker Benchmark 1.6, 5.13)

compose.yaml: web: runs as uid 10001, gid 10001
