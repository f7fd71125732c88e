legacy/web/Dockerfile: runs as root (uid 0)
new/Dockerfile:1:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = help: `harden FILE --diff` shows the change that gives it a user of its own, or what is in the way

new/Dockerfile:2:1: info[HD130]: `CMD` is in shell form, so that a shell may be PID 1 and keep `SIGTERM` from the program, which is then killed
2 | CMD redis-server
  | ^^^^^^^^^^^^^^^^
  = help: write it as a list of strings: the exec form

new/Dockerfile: runs as root (uid 0)

2 files: 1 error, 0 warnings, 1 remark
