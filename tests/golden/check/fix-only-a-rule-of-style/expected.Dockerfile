Dockerfile:2:1: fixed[HD431]: `ADD` also unpacks archives and downloads: whoever changes the source may get more than a copy
2 | ADD app.py /app/
  | ^^^
  = change: write `COPY`

Dockerfile:4:5: info[HD440]: `apt-get update` leaves its package lists in the image
4 | RUN apt-get update && apt-get install -y --no-install-recommends python3
  |     ^^^^^^^^^^^^^^
  = fix: leave no package lists and caches in the image
    @@ -4 +4 @@
    -…-no-install-recommends python3
    +…-no-install-recommends python3 && rm -rf /var/lib/apt/lists/*
  = help: a later `RUN` cannot take away what a layer holds: `rm -rf /var/lib/apt/lists/*` in this one, or a cache mount

Dockerfile: runs as uid 10001, gid 10001
