Dockerfile:2:18: warning[HD004]: `HD101` is not reported here, so this suppresses nothing
2 | # harden: ignore=HD101 binds a raw socket
  |                  ^^^^^
  = help: remove it

Dockerfile:3:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
3 | COPY . /app
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile:4:1: error[HD101]: `USER root` makes the process run as uid 0
4 | USER root
  | ^^^^^^^^^
  = fix: run as 1000:1000
    @@ -4 +4 @@
    -USER root
    +USER 1000:1000
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

Dockerfile: runs as root (uid 0)
