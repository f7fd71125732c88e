Dockerfile:1:6: warning[HD420]: `gcr.io/distroless/base-debian12` names no version, so each build may take another one
1 | FROM gcr.io/distroless/base-debian12
  |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: add the tag of the version that the program was tested with

Dockerfile:3:1: error[HD103]: `USER app` cannot start: no account is called `app`
3 | USER app
  | ^^^^^^^^

Dockerfile: `USER app` cannot start: no account is called `app`
