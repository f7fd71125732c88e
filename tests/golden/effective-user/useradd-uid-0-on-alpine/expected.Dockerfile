Dockerfile:4:1: error[HD101]: `USER app` makes the process run as uid 0
4 | USER app
  | ^^^^^^^^
  = because: `app` is created in line 2 with uid 0

Dockerfile: runs as root (uid 0)
