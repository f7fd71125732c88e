Dockerfile:5:1: error[HD101]: `USER root:1000` makes the process run as uid 0
5 | USER root:1000
  | ^^^^^^^^^^^^^^

Dockerfile: runs as root (uid 0)
