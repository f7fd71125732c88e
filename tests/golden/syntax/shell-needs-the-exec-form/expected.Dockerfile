Dockerfile:2:1: error[HD001]: `SHELL` takes a JSON array of at least one string
2 | SHELL /bin/bash -c
  | ^^^^^^^^^^^^^^^^^^

Dockerfile: runs as uid 1000, gid 1000
