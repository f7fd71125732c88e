Dockerfile:1:1: error[HD001]: `LABEL` stands before the first `FROM`; only `ARG` may
1 | LABEL org.opencontainers.image.title=app
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Dockerfile:3:1: error[HD001]: `RUN` stands before the first `FROM`; only `ARG` may
3 | RUN echo hello
  | ^^^^^^^^^^^^^^

Dockerfile: runs as uid 1000, gid 1000
