Dockerfile:2:18: error[HD007]: `HD101` must not be excused by a comment, so this suppresses nothing; harden.toml:2 forbids it
2 | # harden: ignore=HD101
  |                  ^^^^^
  = help: remove it, and mend what it is about

Dockerfile:3:1: error[HD101]: `USER root` makes the process run as uid 0
3 | USER root
  | ^^^^^^^^^
  = help: `harden FILE --diff` shows the change that gives it a user of its own, or what is in the way

Dockerfile:4:18: error[HD007]: `HD130` must not be excused by a comment, so this suppresses nothing; harden.toml:2 forbids it
4 | # harden: ignore=HD130 the shell is wanted
  |                  ^^^^^
  = help: remove it, and mend what it is about

Dockerfile:5:1: info[HD130]: `CMD` is in shell form, so that a shell may be PID 1 and keep `SIGTERM` from the program, which is then killed
5 | CMD redis-server
  | ^^^^^^^^^^^^^^^^
  = help: write it as a list of strings: the exec form

Dockerfile: runs as root (uid 0)
