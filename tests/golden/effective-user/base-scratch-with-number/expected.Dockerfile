Dockerfile:3:1: warning[HD104]: the process runs as uid 10001 but in group 0, whose files it may change
3 | USER 10001
  | ^^^^^^^^^^
  = because: no account has uid 10001 and no group is given, so the process has gid 0
  = help: name a group as well, such as `USER 10001:10001`

Dockerfile: runs as uid 10001, gid 0
