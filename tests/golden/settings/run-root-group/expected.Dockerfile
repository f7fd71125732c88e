--run:1:133: warning[HD215]: the container of `registry.example/web:1` is not root, but its group is: it may do to files what root's group may
1 | …imit 256 --health-cmd true -u 10001:0 registry.example/web:1
  |                                ^^^^^^^
  = help: `--user 10001:10001`, or `USER` in its Dockerfile

--run: registry.example/web:1: runs as uid 10001, gid 0
