compose.yaml:13:9: error[HD212]: service `web` gets the engine's socket `/var/run/docker.sock`: who talks to it starts containers that are root on the host, which `ro` does not prevent
13 |       - /var/run/docker.sock:/var/run/docker.sock:ro
   |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: leave it out, or put a proxy in between that lets only the calls through that are needed (CIS Docker Benchmark 1.6, 5.32)

compose.yaml:14:9: error[HD212]: service `web` gets the folder with the engine's socket, `/run/containerd`: who talks to it starts containers that are root on the host
14 |       - type: bind
   |         ^^^^^^^^^^
   = help: leave it out, or put a proxy in between that lets only the calls through that are needed (CIS Docker Benchmark 1.6, 5.32)

compose.yaml:17:9: error[HD212]: service `web` gets the engine's socket `$SOCKET`: who talks to it starts containers that are root on the host
17 |       - ${SOCKET}:/var/run/docker.sock.d/docker.sock
   |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = help: leave it out, or put a proxy in between that lets only the calls through that are needed (CIS Docker Benchmark 1.6, 5.32)

compose.yaml:18:21: error[HD212]: service `web` gets the engine's socket `/var/run/docker.sock`: who talks to it starts containers that are root on the host
18 |     use_api_socket: true
   |                     ^^^^
   = help: leave it out, or put a proxy in between that lets only the calls through that are needed (CIS Docker Benchmark 1.6, 5.32)

compose.yaml: web: runs as uid 10001, gid 10001
