Dockerfile:1:1: error[HD102]: unknown because the container starts with `start.sh`, which may be a script that needs root: `start.sh` was not found in the build context
1 | FROM postgres:16
  | ^^^^^^^^^^^^^^^^
  = because: `USER` is never set in the final stage, so the process starts as uid 0
  = help: name the folder that the image is built from with `--context`

Dockerfile: unknown because the container starts with `start.sh`, which may be a script that needs root: `start.sh` was not found in the build context
