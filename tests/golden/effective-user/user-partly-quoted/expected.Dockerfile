Dockerfile:5:1: error[HD101]: `USER root` makes the process run as uid 0
5 | USER ro"ot"
  | ^^^^^^^^^^^
  = because: `USER ro"ot"` resolves to `root`

Dockerfile: runs as root (uid 0)
