Dockerfile:5:1: error[HD101]: `USER 00` makes the process run as uid 0
5 | USER 00
  | ^^^^^^^

Dockerfile: runs as root (uid 0)
