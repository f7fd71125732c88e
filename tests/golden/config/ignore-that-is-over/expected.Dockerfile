legacy/Dockerfile:1:1: warning[HD008]: harden.toml:1 ignored `HD101` here until 2020-02-29, which is over
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = because: the reason given there is: is switched off in winter
  = help: mend it and remove the entry, or give it a later `expires`
legacy/Dockerfile:1:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
  = help: `harden FILE --diff` shows the change that gives it a user of its own, or what is in the way

legacy/Dockerfile:2:1: info[HD130]: `CMD` is in shell form, so that a shell may be PID 1 and keep `SIGTERM` from the program, which is then killed
2 | CMD redis-server
  | ^^^^^^^^^^^^^^^^
  = help: write it as a list of strings: the exec form

legacy/Dockerfile: runs as root (uid 0)
