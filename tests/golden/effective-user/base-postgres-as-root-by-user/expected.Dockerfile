Dockerfile:2:1: info[HD110]: starts as uid 0, and the base's entrypoint steps down to `postgres` (uid 999)
2 | USER root
  | ^^^^^^^^^
  = because: `USER root` makes the process start as uid 0

Dockerfile:3:5: info[HD440]: `apt-get update` leaves its package lists in the image
3 | RUN apt-get update && apt-get install -y postgresql-16-cron
  |     ^^^^^^^^^^^^^^
  = fix: leave no package lists and caches in the image
    @@ -3 +3 @@
    -RUN apt-get update && apt-get install -y postgresql-16-cron
    +RUN apt-get update && apt-get install -y postgresql-16-cron && rm -rf /var/lib/apt/lists/*
  = help: a later `RUN` cannot take away what a layer holds: `rm -rf /var/lib/apt/lists/*` in this one, or a cache mount

Dockerfile:3:23: info[HD441]: `apt-get install` brings recommended packages along that nobody asked for, each one more to update and attack
3 | RUN apt-get update && apt-get install -y postgresql-16-cron
  |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = fix: install no recommended packages
    @@ -3 +3 @@
    -RUN apt-get update && apt-get install -y postgresql-16-cron
    +RUN apt-get update && apt-get install --no-install-recommends -y postgresql-16-cron
  = help: `--no-install-recommends`; name those that are needed

Dockerfile: starts as uid 0, and the base's entrypoint steps down to `postgres` (uid 999)
