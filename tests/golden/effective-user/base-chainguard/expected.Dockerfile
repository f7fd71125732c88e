Dockerfile:1:6: warning[HD421]: `cgr.dev/chainguard/static:latest` is whatever was published last, so each build may take another version
1 | FROM cgr.dev/chainguard/static:latest
  |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: name the version that the program was tested with

Dockerfile: runs as nonroot (65532:65532)
