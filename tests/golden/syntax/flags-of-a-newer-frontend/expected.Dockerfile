Dockerfile:4:1: info[HD130]: `CMD` is in shell form, so that a shell may be PID 1 and keep `SIGTERM` from the program, which is then killed
4 | CMD --cpu=2 server
  | ^^^^^^^^^^^^^^^^^^
  = help: write it as a list of strings: the exec form

Dockerfile: runs as uid 1000, gid 1000
