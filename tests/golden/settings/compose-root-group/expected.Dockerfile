compose.yaml:11:11: warning[HD215]: service `web` is not root, but its group is: it may do to files what root's group may
11 |     user: "10001:0"
   |           ^^^^^^^^^
   = help: `user: 10001:10001`, or `USER` in its Dockerfile

compose.yaml: web: runs as uid 10001, gid 0
