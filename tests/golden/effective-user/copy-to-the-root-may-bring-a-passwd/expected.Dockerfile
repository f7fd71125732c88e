Dockerfile:1:6: warning[HD420]: `gcr.io/distroless/base-debian12` names no version, so each build may take another one
1 | FROM gcr.io/distroless/base-debian12
  |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: add the tag of the version that the program was tested with

Dockerfile:3:1: error[HD102]: unknown because no line creates `app`, but files copied to `/` may bring another /etc/passwd
3 | USER app
  | ^^^^^^^^
  = help: name the user by its number, or give the value with `--build-arg`

Dockerfile: unknown because no line creates `app`, but files copied to `/` may bring another /etc/passwd
