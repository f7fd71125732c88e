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

Dockerfile: runs as root (uid 0)
Dockerfile.worker:3:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
3 | COPY . .
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile.worker: runs as node (1000:1000)

2 files: 1 error, 0 warnings, 2 remarks
