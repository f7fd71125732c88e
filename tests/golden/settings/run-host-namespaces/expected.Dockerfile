--run:1:155: error[HD211]: the container of `registry.example/web:1` shares the process namespace of the host: it sees every process of the host, and may end those of its user
1 | …t 256 --health-cmd true --pid=host --ipc host --net=host --uts=host --userns=host --cgroupns=host …
  |                                ^^^^
  = help: remove it; the container then gets its own (CIS Docker Benchmark 1.6, 5.16)

--run:1:166: error[HD211]: the container of `registry.example/web:1` shares the IPC namespace of the host: it reads and writes the shared memory of the host's programs
1 | …lth-cmd true --pid=host --ipc host --net=host --uts=host --userns=host --cgroupns=host registry.ex…
  |                                ^^^^
  = help: remove it; the container then gets its own (CIS Docker Benchmark 1.6, 5.17)

--run:1:177: error[HD211]: the container of `registry.example/web:1` shares the network namespace of the host: it reaches what listens on the host's loopback address only, and takes any port
1 | …e --pid=host --ipc host --net=host --uts=host --userns=host --cgroupns=host registry.example/web:1
  |                                ^^^^
  = help: remove it; the container then gets its own (CIS Docker Benchmark 1.6, 5.10)

--run:1:188: error[HD211]: the container of `registry.example/web:1` shares the UTS namespace of the host: with SYS_ADMIN it changes the host's name, by which others know it
1 | …t --ipc host --net=host --uts=host --userns=host --cgroupns=host registry.example/web:1
  |                                ^^^^
  = help: remove it; the container then gets its own (CIS Docker Benchmark 1.6, 5.21)

--run:1:202: error[HD211]: the container of `registry.example/web:1` shares the user namespace of the host: its root is the host's root, even where the engine maps users
1 | …-net=host --uts=host --userns=host --cgroupns=host registry.example/web:1
  |                                ^^^^
  = help: remove it; the container then gets its own (CIS Docker Benchmark 1.6, 5.31)

--run:1:218: warning[HD211]: the container of `registry.example/web:1` shares the cgroup namespace of the host: it sees how the host and its other containers are organised
1 | …host --userns=host --cgroupns=host registry.example/web:1
  |                                ^^^^
  = help: remove it; the container then gets its own

--run: registry.example/web:1: runs as uid 10001, gid 10001
