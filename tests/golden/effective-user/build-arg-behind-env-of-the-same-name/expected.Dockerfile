Dockerfile:4:1: error[HD101]: `USER root` makes the process run as uid 0
4 | USER $APP_USER
  | ^^^^^^^^^^^^^^
  = because: `USER $APP_USER` resolves to `root`
  = help: `harden FILE --diff` shows the change that gives it a user of its own, or what is in the way

Dockerfile: runs as root (uid 0)
