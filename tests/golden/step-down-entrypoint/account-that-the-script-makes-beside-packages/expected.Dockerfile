Dockerfile:1:1: info[HD112]: starts as uid 0 and steps down to `webui` in start.sh:4, with ids that are not known: `useradd -m -u 1200 webui` in start.sh:3 may create it
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = because: `USER` is never set in the final stage, so the process starts as uid 0
  = because: as root it needs the capabilities CHOWN, DAC_OVERRIDE, FOWNER, SETGID, SETUID; drop all others

Dockerfile:2:5: info[HD440]: `apt-get update` leaves its package lists in the image
2 | RUN apt-get update && apt-get install -y --no-install-recommends gosu && gosu nobody true
  |     ^^^^^^^^^^^^^^
  = fix: leave no package lists and caches in the image
    @@ -2 +2 @@
    -…mends gosu && gosu nobody true
    +…mends gosu && gosu nobody true && rm -rf /var/lib/apt/lists/*
  = help: a later `RUN` cannot take away what a layer holds: `rm -rf /var/lib/apt/lists/*` in this one, or a cache mount

Dockerfile: starts as uid 0 and steps down to `webui` in start.sh:4, with ids that are not known: `useradd -m -u 1200 webui` in start.sh:3 may create it
