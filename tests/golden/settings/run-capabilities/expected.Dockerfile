--run:1:159: warning[HD216]: the container of `registry.example/web:1` gets the capability SYS_ADMIN: it mounts file systems and much more, which is as good as root on the host
1 | …6 --health-cmd true --cap-add=SYS_ADMIN --cap-add net_raw registry.example/web:1
  |                                ^^^^^^^^^
  = help: leave it out, or show that nothing less will do (CIS Docker Benchmark 1.6, 5.4)

--run: registry.example/web:1: runs as uid 10001, gid 10001
