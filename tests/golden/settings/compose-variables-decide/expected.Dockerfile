compose.yaml:12:17: info[HD204]: `privileged` of service `web` is not known: `$PRIVILEGED` comes from the environment and has no default
12 |     privileged: ${PRIVILEGED}
   |                 ^^^^^^^^^^^^^
   = help: write the value down, so that it can be checked

compose.yaml:13:10: error[HD211]: service `web` shares the process namespace of the host: it sees every process of the host, and may end those of its user
13 |     pid: ${PID_MODE:-host}
   |          ^^^^^^^^^^^^^^^^^
   = help: remove it; the container then gets its own (CIS Docker Benchmark 1.6, 5.16)

compose.yaml:14:15: info[HD204]: `cap_add` of service `web` is not known: `$CAP` comes from the environment and has no default
14 |     cap_add: ["$CAP"]
   |               ^^^^^^
   = help: write the value down, so that it can be checked

compose.yaml: web: runs as uid 10001, gid 10001
