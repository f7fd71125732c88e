Dockerfile:3:18: warning[HD005]: there is no rule `HD110X`, so this suppresses nothing
3 | # harden: ignore=HD110X binds a raw socket
  |                  ^^^^^^
  = help: did you mean `HD110`?

Dockerfile:4:1: error[HD101]: `USER root` makes the process run as uid 0
4 | USER root
  | ^^^^^^^^^
  = help: `harden FILE --diff` shows the change that gives it a user of its own

Dockerfile: runs as root (uid 0)
