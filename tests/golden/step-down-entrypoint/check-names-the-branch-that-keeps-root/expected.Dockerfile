Dockerfile:1:1: error[HD101]: entry.sh:5 starts the program as root: `exec "$@"`, while other paths step down to `app`
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = because: `USER` is never set in the final stage, so the process starts as uid 0
  = because: `chown -R app:app /srv` in entry.sh:3 changes owners
  = fix: step down to 999:999 in entry.secure.sh
    @@ -4 +4 @@
    -COPY entry.sh /
    +COPY entry.secure.sh /entry.sh
  = help: `harden FILE --diff` shows this change with the script

Dockerfile: runs as root (uid 0)
