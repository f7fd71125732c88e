Dockerfile:1:1: fixed[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = because: entry.sh:4 starts the program as root: `exec "$@"`
  = because: `chown -R redis:redis /data` in entry.sh:3 changes owners
  = change: step down to 900:900 in entry.secure.sh

Dockerfile:2:5: fixed[HD440]: `apt-get update` leaves its package lists in the image
2 | RUN apt-get update && apt-get install -y redis-server
  |     ^^^^^^^^^^^^^^
  = change: leave no package lists and caches in the image
  = help: a later `RUN` cannot take away what a layer holds: `rm -rf /var/lib/apt/lists/*` in this one, or a cache mount

Dockerfile:2:23: fixed[HD441]: `apt-get install` brings recommended packages along that nobody asked for, each one more to update and attack
2 | RUN apt-get update && apt-get install -y redis-server
  |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = change: install no recommended packages
  = help: `--no-install-recommends`; name those that are needed

Dockerfile:1:1: info[HD112]: starts as uid 0 and steps down to 900:900 in entry.secure.sh:7
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = because: `USER` is never set in the final stage, so the process starts as uid 0
  = because: as root it needs the capabilities CHOWN, DAC_OVERRIDE, SETGID, SETUID; drop all others

Dockerfile: starts as uid 0 and steps down to 900:900 in entry.secure.sh:7
