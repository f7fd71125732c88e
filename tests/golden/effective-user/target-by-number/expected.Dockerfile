Dockerfile:5:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
5 | FROM base AS development
  | ^^^^^^^^^^^^^^^^^^^^^^^^
  = because: the `USER` in line 11 belongs to another stage and does not reach the image
  = fix: run as 1000:1000
    @@ -6,0 +7,2 @@
    +# Run as an unprivileged user (added by harden)
    +USER 1000:1000
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

Dockerfile:6:5: info[HD440]: `npm install` leaves its cache in the image
6 | RUN npm install
  |     ^^^^^^^^^^^
  = fix: leave no package lists and caches in the image
    @@ -6 +6 @@
    -RUN npm install
    +RUN npm install && npm cache clean --force
  = help: a later `RUN` cannot take away what a layer holds: `npm cache clean --force` in this one, or a cache mount

Dockerfile: runs as root (uid 0)
