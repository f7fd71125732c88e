Dockerfile:4:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
4 | COPY . .
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile:5:1: error[HD101]: `USER 0:0` makes the process run as uid 0
5 | USER ${APP_USER}
  | ^^^^^^^^^^^^^^^^
  = because: `USER ${APP_USER}` resolves to `0:0`
  = fix: run as 1000:1000
    @@ -5 +5 @@
    -USER ${APP_USER}
    +USER 1000:1000
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

Dockerfile: runs as root (uid 0)
