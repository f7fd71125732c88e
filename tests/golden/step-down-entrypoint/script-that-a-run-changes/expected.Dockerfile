Dockerfile:1:1: error[HD102]: unknown because the `RUN` in line 8 changes the text of start.sh
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = because: `USER` is never set in the final stage, so the process starts as uid 0
  = help: make that change in the script itself

Dockerfile:2:28: info[HD440]: `apt-get update` leaves its package lists in the image
2 | RUN useradd -u 1000 app && apt-get update && apt-get install -y gosu
  |                            ^^^^^^^^^^^^^^
  = fix: leave no package lists and caches in the image
    @@ -2 +2 @@
    -RUN useradd -u 1000 app && apt-get update && apt-get install -y gosu
    +RUN useradd -u 1000 app && apt-get update && apt-get install -y gosu && rm -rf /var/lib/apt/lists/*
  = help: a later `RUN` cannot take away what a layer holds: `rm -rf /var/lib/apt/lists/*` in this one, or a cache mount

Dockerfile:2:46: info[HD441]: `apt-get install` brings recommended packages along that nobody asked for, each one more to update and attack
2 | RUN useradd -u 1000 app && apt-get update && apt-get install -y gosu
  |                                              ^^^^^^^^^^^^^^^^^^^^^^^
  = fix: install no recommended packages
    @@ -2 +2 @@
    -RUN useradd -u 1000 app && apt-get update && apt-get install -y gosu
    +RUN useradd -u 1000 app && apt-get update && apt-get install --no-install-recommends -y gosu
  = help: `--no-install-recommends`; name those that are needed

Dockerfile: unknown because the `RUN` in line 8 changes the text of start.sh
