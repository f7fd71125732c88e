compose.yaml:12:14: info[HD228]: service `web` is started again without end, also when an attack makes it fail
12 |     restart: unless-stopped
   |              ^^^^^^^^^^^^^^
   = help: `restart: on-failure:5` (CIS Docker Benchmark 1.6, 5.15)

compose.yaml: web: runs as uid 10001, gid 10001
