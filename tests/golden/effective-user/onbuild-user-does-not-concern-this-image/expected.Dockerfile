Dockerfile:1:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM python:3.12-slim
  | ^^^^^^^^^^^^^^^^^^^^^
  = help: `harden FILE --diff` shows the change that gives it a user of its own, or what is in the way

Dockerfile:4:1: info[HD108]: this `USER` concerns the images that are built on this one, not this image
4 | ONBUILD USER 1000:1000
  | ^^^^^^^^^^^^^^^^^^^^^^

Dockerfile: runs as root (uid 0)
