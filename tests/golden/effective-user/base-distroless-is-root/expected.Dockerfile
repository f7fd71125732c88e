Dockerfile:1:1: error[HD101]: the user `0` of the base image `gcr.io/distroless/static-debian12` makes the process run as uid 0
1 | FROM gcr.io/distroless/static-debian12
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = because: `USER` is not added: the container starts with `/server`, which may be a script that needs root: `server` was not found in the build context
  = help: name the folder that the image is built from with `--context`

Dockerfile:1:6: warning[HD420]: `gcr.io/distroless/static-debian12` names no version, so each build may take another one
1 | FROM gcr.io/distroless/static-debian12
  |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: add the tag of the version that the program was tested with

Dockerfile: runs as root (uid 0)
