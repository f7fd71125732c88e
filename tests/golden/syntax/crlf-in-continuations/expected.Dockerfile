Dockerfile:2:5: info[HD440]: `apt-get update` leaves its package lists in the image
2 | RUN apt-get update && \ 
  |     ^^^^^^^^^^^^^^
  = fix: leave no package lists and caches in the image
    @@ -5 +5,2 @@
    -    apt-get install -y curl
    +    apt-get install -y curl && \
    +    rm -rf /var/lib/apt/lists/*
  = help: a later `RUN` cannot take away what a layer holds: `rm -rf /var/lib/apt/lists/*` in this one, or a cache mount

Dockerfile:5:5: info[HD441]: `apt-get install` brings recommended packages along that nobody asked for, each one more to update and attack
5 |     apt-get install -y curl
  |     ^^^^^^^^^^^^^^^^^^^^^^^
  = fix: install no recommended packages
    @@ -5 +5 @@
    -    apt-get install -y curl
    +    apt-get install --no-install-recommends -y curl
  = help: `--no-install-recommends`; name those that are needed

Dockerfile: runs as uid 1000, gid 1000
