compose.yaml:12:10: error[HD211]: service `web` shares the process namespace of the host: it sees every process of the host, and may end those of its user
12 |     pid: host
   |          ^^^^
   = help: remove it; the container then gets its own (CIS Docker Benchmark 1.6, 5.16)

compose.yaml:13:10: error[HD211]: service `web` shares the IPC namespace of the host: it reads and writes the shared memory of the host's programs
13 |     ipc: host
   |          ^^^^
   = help: remove it; the container then gets its own (CIS Docker Benchmark 1.6, 5.17)

compose.yaml:14:19: error[HD211]: service `web` shares the network namespace of the host: it reaches what listens on the host's loopback address only, and takes any port
14 |     network_mode: host
   |                   ^^^^
   = help: remove it; the container then gets its own (CIS Docker Benchmark 1.6, 5.10)

compose.yaml:15:10: error[HD211]: service `web` shares the UTS namespace of the host: with SYS_ADMIN it changes the host's name, by which others know it
15 |     uts: host
   |          ^^^^
   = help: remove it; the container then gets its own (CIS Docker Benchmark 1.6, 5.21)

compose.yaml:16:18: error[HD211]: service `web` shares the user namespace of the host: its root is the host's root, even where the engine maps users
16 |     userns_mode: host
   |                  ^^^^
   = help: remove it; the container then gets its own (CIS Docker Benchmark 1.6, 5.31)

compose.yaml:17:13: warning[HD211]: service `web` shares the cgroup namespace of the host: it sees how the host and its other containers are organised
17 |     cgroup: host
   |             ^^^^
   = help: remove it; the container then gets its own

compose.yaml: web: runs as uid 10001, gid 10001
