Dockerfile:5:1: error[HD101]: `USER app` makes the process run as uid 0
5 | USER app
  | ^^^^^^^^
  = because: `app` is created in line 3 with uid 0
  = help: `harden FILE --diff` shows the change that gives it a user of its own, or what is in the way

Dockerfile: runs as root (uid 0)
