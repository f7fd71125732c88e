--run:1:155: info[HD231]: the container of `registry.example/web:1` shares the IPC namespace of `container:db`: who breaks into one of the two is in both
1 | …t 256 --health-cmd true --ipc container:db registry.example/web:1
  |                                ^^^^^^^^^^^^
  = help: keep it only if the two are one program

--run: registry.example/web:1: runs as uid 10001, gid 10001
