Dockerfile:3:24: warning[HD004]: `HD104` is not reported here, so this suppresses nothing
3 | # harden: ignore=HD101,HD104 binds a raw socket
  |                        ^^^^^
  = help: remove it

Dockerfile: runs as root (uid 0)
