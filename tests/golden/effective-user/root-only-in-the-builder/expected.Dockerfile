Dockerfile:7:6: warning[HD420]: `gcr.io/distroless/static-debian12` names no version, so each build may take another one
7 | FROM gcr.io/distroless/static-debian12
  |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: add the tag of the version that the program was tested with

Dockerfile: runs as nonroot (65532:65532)
