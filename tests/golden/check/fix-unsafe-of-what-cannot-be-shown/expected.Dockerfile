Dockerfile:1:1: error[HD102]: unknown because the container starts with `/entry.sh`, which may be a script that needs root: `entry.sh` was not found in the build context
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = because: `USER` is never set in the final stage, so the process starts as uid 0
  = help: name the folder that the image is built from with `--context`

Dockerfile: unknown because the container starts with `/entry.sh`, which may be a script that needs root: `entry.sh` was not found in the build context
