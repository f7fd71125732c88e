Dockerfile:4:1: error[HD101]: `USER root` makes the process run as uid 0
4 | USER root
  | ^^^^^^^^^
  = fix: run as 1000:1000
    @@ -5,0 +6,2 @@
    +# Run as an unprivileged user (added by harden)
    +USER 1000:1000
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

Dockerfile:5:5: info[HD440]: `npm install` leaves its cache in the image
5 | RUN npm install -g pm2
  |     ^^^^^^^^^^^^^^^^^^
  = fix: leave no package lists and caches in the image
    @@ -5 +5 @@
    -RUN npm install -g pm2
    +RUN npm install -g pm2 && npm cache clean --force
  = help: a later `RUN` cannot take away what a layer holds: `npm cache clean --force` in this one, or a cache mount

Dockerfile: runs as root (uid 0)
