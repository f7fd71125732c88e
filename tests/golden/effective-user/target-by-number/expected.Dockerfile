Dockerfile:5:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
5 | FROM base AS development
  | ^^^^^^^^^^^^^^^^^^^^^^^^
  = because: the `USER` in line 11 belongs to another stage and does not reach the image
  = help: `harden FILE --diff` shows the change that gives it a user of its own, or what is in the way

Dockerfile: runs as root (uid 0)
