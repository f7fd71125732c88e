Dockerfile:2:1: info[HD110]: starts as uid 0, and the base's entrypoint steps down to `postgres` (uid 999)
2 | USER root
  | ^^^^^^^^^
  = because: `USER root` makes the process start as uid 0

Dockerfile: starts as uid 0, and the base's entrypoint steps down to `postgres` (uid 999)
