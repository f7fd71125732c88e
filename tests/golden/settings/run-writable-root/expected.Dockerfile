--run:1:137: warning[HD225]: the container of `registry.example/web:1` can write to its root file system: who breaks in changes programs, or brings his own
1 | …s-limit 256 --health-cmd true registry.example/web:1
  |                                ^^^^^^^^^^^^^^^^^^^^^^
  = help: `--read-only`, and `--tmpfs` for what it writes (CIS Docker Benchmark 1.6, 5.13)

--run: registry.example/web:1: runs as uid 10001, gid 10001
