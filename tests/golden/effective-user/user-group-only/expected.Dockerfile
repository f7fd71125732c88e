Dockerfile:5:1: error[HD101]: `USER :1000` names a group only, so the process runs as uid 0
5 | USER :1000
  | ^^^^^^^^^^
  = help: `harden FILE --diff` shows the change that gives it a user of its own

Dockerfile: runs as root (uid 0)
