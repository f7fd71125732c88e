Dockerfile:5:1: fixed[HD130]: `CMD` is in shell form, so that a shell may be PID 1 and keep `SIGTERM` from the program, which is then killed
5 | CMD redis-server
  | ^^^^^^^^^^^^^^^^
  = change: written in exec form

Dockerfile:2:18: warning[HD004]: `HD120` is not reported here, so this suppresses nothing
2 | # harden: ignore=HD120 kept for the course
  |                  ^^^^^
  = help: remove it

Dockerfile: runs as root (uid 0)
