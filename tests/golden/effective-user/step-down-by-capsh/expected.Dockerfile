Dockerfile:1:1: info[HD112]: starts as uid 0 and steps down to `app` (uid 1500) in entry.sh:3
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = because: `USER` is never set in the final stage, so the process starts as uid 0
  = because: as root it needs the capabilities CHOWN, DAC_OVERRIDE, SETGID, SETUID; drop all others

Dockerfile: starts as uid 0 and steps down to `app` (uid 1500) in entry.sh:3
