Dockerfile:5:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
5 | FROM scratch
  | ^^^^^^^^^^^^

Dockerfile: runs as root (uid 0)
