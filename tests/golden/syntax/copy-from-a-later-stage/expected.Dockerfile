Dockerfile:2:6: error[HD001]: `--from=second` names a stage that is not finished here, so the build fails
2 | COPY --from=second /a /a
  |      ^^^^^^^^^^^^^

Dockerfile: runs as uid 1000, gid 1000
