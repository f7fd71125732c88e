Dockerfile:1:1: fixed[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = because: entry.sh:4 starts the program as root: `exec "$@"`
  = because: `chown -R redis:redis /data` in entry.sh:3 changes owners
  = change: step down to 10001:10001 in entry.secure.sh

Dockerfile:1:1: info[HD112]: starts as uid 0 and steps down to 10001:10001 in entry.secure.sh:7
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = because: `USER` is never set in the final stage, so the process starts as uid 0
  = because: as root it needs the capabilities CHOWN, DAC_OVERRIDE, SETGID, SETUID; drop all others

Dockerfile: starts as uid 0 and steps down to 10001:10001 in entry.secure.sh:7
