Dockerfile:2:1: warning[HD104]: the process runs as uid 1000 but in group 0, whose files it may change
2 | USER 1000
  | ^^^^^^^^^
  = because: no account has uid 1000 and no group is given, so the process has gid 0
  = help: name a group as well, such as `USER 1000:1000`

Dockerfile: runs as uid 1000, gid 0
