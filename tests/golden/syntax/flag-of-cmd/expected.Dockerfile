Dockerfile:1:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM ubuntu:24.04
  | ^^^^^^^^^^^^^^^^^
  = because: `USER` is not added: the engine refuses this file
  = help: mend it first

Dockerfile:2:1: info[HD130]: `ENTRYPOINT` stays in shell form, where a shell may keep `SIGTERM` from the program: `CMD` would become its arguments
2 | ENTRYPOINT top -b
  | ^^^^^^^^^^^^^^^^^
  = help: let its last command begin with `exec`: then the shell makes way

Dockerfile:3:1: info[HD130]: `CMD` stays in shell form, where a shell may keep `SIGTERM` from the program: an `ENTRYPOINT` in shell form ignores it
3 | CMD --ignored
  | ^^^^^^^^^^^^^
  = help: leave it out, or write `ENTRYPOINT` as a list of strings

Dockerfile:3:5: error[HD001]: unknown flag: `CMD` takes none, and `--ignored` is read as one
3 | CMD --ignored
  |     ^^^^^^^^^
  = help: write the arguments of a program in exec form: CMD ["--ignored"]

Dockerfile: runs as root (uid 0)
