Dockerfile:3:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
3 | COPY . .
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile:5:1: error[HD101]: `USER 0` makes the process run as uid 0
5 | USER 0
  | ^^^^^^
  = fix: run as 10001:10001
    @@ -5 +5,4 @@
    -USER 0
    +# Run as an unprivileged user (added by harden)
    +RUN groupadd --gid 10001 app && \
    +    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell …
    +USER 10001:10001
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

Dockerfile: runs as root (uid 0)
