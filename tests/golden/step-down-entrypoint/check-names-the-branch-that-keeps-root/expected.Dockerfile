Dockerfile:1:1: error[HD101]: entry.sh:5 starts the program as root: `exec "$@"`, while other paths step down to `app`
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = because: `USER` is never set in the final stage, so the process starts as uid 0
  = help: `harden FILE --diff` shows the change that gives it a user of its own, or what is in the way

Dockerfile: runs as root (uid 0)
