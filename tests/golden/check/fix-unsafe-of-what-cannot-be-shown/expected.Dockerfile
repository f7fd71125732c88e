Dockerfile:1:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = because: `USER` is not added: the container starts with `/entry.sh`, which may be a script that needs root: `entry.sh` was not found in the build context
  = help: name the folder that the image is built from with `--context`

Dockerfile: runs as root (uid 0)
