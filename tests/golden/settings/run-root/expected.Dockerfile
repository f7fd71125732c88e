--run:1:132: error[HD213]: the container of `registry.example/web:1` runs as root: `--user 0` says so
1 | …limit 256 --health-cmd true -u0 registry.example/web:1
  |                                ^
  = help: `--user 10001:10001`, or `USER` in its Dockerfile

--run: registry.example/web:1: runs as root (uid 0)
