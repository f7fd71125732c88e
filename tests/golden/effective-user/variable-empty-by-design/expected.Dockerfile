Dockerfile:3:1: error[HD101]: `USER ${APP_USER}` resolves to nothing, so the process runs as uid 0
3 | USER ${APP_USER}
  | ^^^^^^^^^^^^^^^^
  = help: `harden FILE --diff` shows the change that gives it a user of its own, or what is in the way

Dockerfile: runs as root (uid 0)
