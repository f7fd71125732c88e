Dockerfile:1:1: error[HD101]: the user `0` of the base image `gcr.io/distroless/static-debian12` makes the process run as uid 0
1 | FROM gcr.io/distroless/static-debian12
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: `harden FILE --diff` shows the change that gives it a user of its own

Dockerfile: runs as root (uid 0)
