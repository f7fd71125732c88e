Dockerfile:3:1: fixed[HD130]: `CMD` is in shell form, so that a shell may be PID 1 and keep `SIGTERM` from the program, which is then killed
3 | CMD redis-server
  | ^^^^^^^^^^^^^^^^
  = change: written in exec form

Dockerfile:1:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = because: `USER` is not added: the engine refuses this file
  = help: mend it first

Dockerfile:2:1: error[HD001]: `COPY` takes at least one source and a destination
2 | COPY
  | ^^^^

Dockerfile: runs as root (uid 0)
