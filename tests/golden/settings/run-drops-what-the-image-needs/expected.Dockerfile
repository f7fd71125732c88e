--run:1:26: warning[HD232]: the container of `redis:7` takes away SETGID, SETUID: its image's entrypoint uses that as root before it steps down, and fails without it
1 | docker run -d --cap-drop ALL --security-opt no-new-privileges redis:7
  |                          ^^^
  = help: add SETGID, SETUID with `--cap-add`

--run:1:63: warning[HD225]: the container of `redis:7` can write to its root file system: who breaks in changes programs, or brings his own
1 | docker run -d --cap-drop ALL --security-opt no-new-privileges redis:7
  |                                                               ^^^^^^^
  = help: `--read-only`, and `--tmpfs` for what it writes (CIS Docker Benchmark 1.6, 5.13)
--run:1:63: warning[HD222]: the container of `redis:7` may use all of the host's memory, until other programs are ended for it
  = help: `--memory 512m` (CIS Docker Benchmark 1.6, 5.11)
--run:1:63: warning[HD223]: the container of `redis:7` may use all of the host's processors
  = help: `--cpus 1` (CIS Docker Benchmark 1.6, 5.12)
--run:1:63: warning[HD224]: the container of `redis:7` may start any number of processes, until the host cannot start one
  = help: `--pids-limit 256` (CIS Docker Benchmark 1.6, 5.29)
--run:1:63: info[HD229]: the container of `redis:7` has no health check here: nobody notices when it hangs, unless its image has one
  = help: `--health-cmd` (CIS Docker Benchmark 1.6, 5.27)

--run: redis:7: starts as uid 0, and the base's entrypoint steps down to `redis` (uid 999)
