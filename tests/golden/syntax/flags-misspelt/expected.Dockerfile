Dockerfile:1:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM --plattform=linux/amd64 debian:12
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = because: `USER` is not added: the engine refuses this file
  = help: mend it first

Dockerfile:1:6: error[HD001]: unknown flag: `FROM` takes no `--plattform` in any version up to docker/dockerfile:1.26
1 | FROM --plattform=linux/amd64 debian:12
  |      ^^^^^^^^^^^^^^^^^^^^^^^
  = help: did you mean `--platform`?

Dockerfile:2:6: error[HD001]: unknown flag: `COPY` takes no `--chwon` in any version up to docker/dockerfile:1.26
2 | COPY --chwon=app . /srv
  |      ^^^^^^^^^^^
  = help: did you mean `--chown`?

Dockerfile:2:18: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
2 | COPY --chwon=app . /srv
  |                  ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile:3:5: error[HD001]: unknown flag: `ADD` takes no `--check-sum` in any version up to docker/dockerfile:1.26
3 | ADD --check-sum=sha256:0 https://example.com/a /a
  |     ^^^^^^^^^^^^^^^^^^^^
  = help: did you mean `--checksum`?

Dockerfile:3:26: warning[HD430]: `ADD https://example.com/a` takes whatever the server sends, unchecked
3 | ADD --check-sum=sha256:0 https://example.com/a /a
  |                          ^^^^^^^^^^^^^^^^^^^^^
  = help: add `--checksum=sha256:…`, so that another content fails the build

Dockerfile:4:5: error[HD001]: unknown flag: `RUN` takes no `--mounts` in any version up to docker/dockerfile:1.26
4 | RUN --mounts=type=cache,target=/x true
  |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: did you mean `--mount`?

Dockerfile:5:27: error[HD001]: unknown flag: `HEALTHCHECK` takes no `--retry` in any version up to docker/dockerfile:1.26
5 | HEALTHCHECK --interval=5s --retry=3 CMD true
  |                           ^^^^^^^^^

Dockerfile:6:5: error[HD001]: unknown flag: `RUN` takes no `--chown` in any version up to docker/dockerfile:1.26
6 | RUN --chown=1000 true
  |     ^^^^^^^^^^^^

Dockerfile: runs as root (uid 0)
