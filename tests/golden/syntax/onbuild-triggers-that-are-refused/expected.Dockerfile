Dockerfile:2:9: error[HD001]: `ONBUILD` cannot be a trigger of `ONBUILD`
2 | ONBUILD ONBUILD RUN true
  |         ^^^^^^^

Dockerfile:3:9: error[HD001]: `FROM` cannot be a trigger of `ONBUILD`
3 | ONBUILD FROM debian:12
  |         ^^^^

Dockerfile:4:9: error[HD001]: `MAINTAINER` cannot be a trigger of `ONBUILD`
4 | ONBUILD MAINTAINER me
  |         ^^^^^^^^^^

Dockerfile:5:1: info[HD108]: this `USER` concerns the images that are built on this one, not this image
5 | ONBUILD USER app
  | ^^^^^^^^^^^^^^^^

Dockerfile: runs as uid 1000, gid 1000
