Dockerfile:4:1: error[HD101]: `USER app` makes the process run as uid 0
4 | USER app
  | ^^^^^^^^
  = because: `app` is created in line 2 with uid 0
  = because: `USER` is not added: the container starts with `/usr/local/bin/server`, which may be a script that needs root: `server` was not found in the build context
  = help: name the folder that the image is built from with `--context`

Dockerfile: runs as root (uid 0)
