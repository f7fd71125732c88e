Dockerfile:1:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM node:20-slim
  | ^^^^^^^^^^^^^^^^^
  = fix: run as 1000:1000
    @@ -4,0 +5,2 @@
    +# Run as an unprivileged user (added by harden)
    +USER 1000:1000
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

Dockerfile:3:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
3 | COPY . .
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile:4:5: info[HD440]: `npm ci` leaves its cache in the image
4 | RUN npm ci --omit=dev
  |     ^^^^^^^^^^^^^^^^^
  = fix: leave no package lists and caches in the image
    @@ -4 +4 @@
    -RUN npm ci --omit=dev
    +RUN npm ci --omit=dev && npm cache clean --force
  = help: a later `RUN` cannot take away what a layer holds: `npm cache clean --force` in this one, or a cache mount

Dockerfile: runs as root (uid 0)
Dockerfile.worker:3:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
3 | COPY . .
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile.worker: runs as node (1000:1000)

2 files: 1 error, 0 warnings, 3 remarks; `--fix` mends 1, `--fix --unsafe` 2
