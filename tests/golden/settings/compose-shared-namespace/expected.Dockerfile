compose.yaml:12:19: info[HD231]: service `web` shares the network namespace of `service:vpn`: who breaks into one of the two is in both
12 |     network_mode: "service:vpn"
   |                   ^^^^^^^^^^^^^
   = help: keep it only if the two are one program

compose.yaml:13:10: info[HD231]: service `web` shares the process namespace of `container:abc`: who breaks into one of the two is in both
13 |     pid: container:abc
   |          ^^^^^^^^^^^^^
   = help: keep it only if the two are one program

compose.yaml: web: runs as uid 10001, gid 10001
