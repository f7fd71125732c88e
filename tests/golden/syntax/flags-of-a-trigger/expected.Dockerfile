Dockerfile:4:9: error[HD001]: unknown flag: `ONBUILD` takes none, and `--foo` is read as one
4 | ONBUILD --foo RUN true
  |         ^^^^^
  = help: take it out

Dockerfile: runs as uid 1000, gid 1000
