pod.yaml:6:12: error[HD211]: container `app` of Pod `web` shares the process namespace of the host: it sees every process of the host, and may end those of its user
6 |   hostPID: true
  |            ^^^^
  = help: remove it; the container then gets its own

pod.yaml:7:12: error[HD211]: container `app` of Pod `web` shares the IPC namespace of the host: it reads and writes the shared memory of the host's programs
7 |   hostIPC: true
  |            ^^^^
  = help: remove it; the container then gets its own

pod.yaml:8:16: error[HD211]: container `app` of Pod `web` shares the network namespace of the host: it reaches what listens on the host's loopback address only, and takes any port
8 |   hostNetwork: true
  |                ^^^^
  = help: remove it; the container then gets its own

pod.yaml:9:14: error[HD211]: container `app` of Pod `web` shares the user namespace of the host: its root is the host's root, even where the engine maps users
9 |   hostUsers: true
  |              ^^^^
  = help: remove it; the container then gets its own

pod.yaml: web/app: runs as uid 10001, gid 10001
