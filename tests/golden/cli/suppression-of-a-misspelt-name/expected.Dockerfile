Dockerfile:3:18: warning[HD005]: there is no rule `root-usr`, so this suppresses nothing
3 | # harden: ignore=root-usr binds a raw socket
  |                  ^^^^^^^^
  = help: did you mean `root-user`?

Dockerfile:4:1: error[HD101]: `USER root` makes the process run as uid 0
4 | USER root
  | ^^^^^^^^^
  = help: `harden FILE --diff` shows the change that gives it a user of its own

Dockerfile: runs as root (uid 0)
