Dockerfile:5:1: error[HD101]: `USER +0` makes the process run as uid 0
5 | USER +0
  | ^^^^^^^
  = help: `harden FILE --diff` shows the change that gives it a user of its own

Dockerfile: runs as root (uid 0)
