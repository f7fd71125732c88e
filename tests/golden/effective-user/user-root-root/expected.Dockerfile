Dockerfile:5:1: error[HD101]: `USER root:root` makes the process run as uid 0
5 | USER root:root
  | ^^^^^^^^^^^^^^

Dockerfile: runs as root (uid 0)
