Dockerfile:2:6: error[HD001]: `--from=second` names a stage that is not finished here, so the build fails
2 | COPY --from=second /x /x
  |      ^^^^^^^^^^^^^

Dockerfile:6:1: warning[HD104]: the process runs as uid 1000 but in group 0, whose files it may change
6 | USER 1000
  | ^^^^^^^^^
  = because: no account has uid 1000 and no group is given, so the process has gid 0
  = help: name a group as well, such as `USER 1000:1000`

Dockerfile: runs as uid 1000, gid 0
