Dockerfile:2:5: info[HD440]: `apt-get update` leaves its package lists in the image
2 | RUN apt-get update && apt-get install -y sudo && useradd -m -u 1000 -U app
  |     ^^^^^^^^^^^^^^
  = fix: leave no package lists and caches in the image
    @@ -2 +2 @@
    -…o && useradd -m -u 1000 -U app
    +…o && useradd -m -u 1000 -U app && rm -rf /var/lib/apt/lists/*
  = help: a later `RUN` cannot take away what a layer holds: `rm -rf /var/lib/apt/lists/*` in this one, or a cache mount

Dockerfile:2:23: info[HD441]: `apt-get install` brings recommended packages along that nobody asked for, each one more to update and attack
2 | RUN apt-get update && apt-get install -y sudo && useradd -m -u 1000 -U app
  |                       ^^^^^^^^^^^^^^^^^^^^^^^
  = fix: install no recommended packages
    @@ -2 +2 @@
    -RUN apt-get update && apt-get install -y sudo && useradd -m -u 1000 -U app
    +RUN apt-get update && apt-get install --no-install-recommends -y sudo && useradd -m -u 1000 -U app
  = help: `--no-install-recommends`; name those that are needed

Dockerfile:4:1: error[HD102]: unknown because start.sh:3 starts the program through `sudo`, as root if sudoers allows it
4 | USER 1000:1000
  | ^^^^^^^^^^^^^^
  = because: `app` is created in line 2 with uid 1000
  = because: `USER 1000:1000` makes the process run as uid 1000 and gid 1000
  = help: start the program without `sudo`, which does not work under `no-new-privileges`

Dockerfile:5:1: warning[HD121]: the start script calls `sudo` in line 3: whoever may call it is root, and under `no-new-privileges` it does not start
5 | ENTRYPOINT ["/start.sh"]
  | ^^^^^^^^^^^^^^^^^^^^^^^^
  = help: start as root and hand over with gosu or its like; root needs no `sudo`

Dockerfile: unknown because start.sh:3 starts the program through `sudo`, as root if sudoers allows it
