Dockerfile:2:18: error[HD007]: `HD101` must not be excused by a comment, so this suppresses nothing; harden.toml:2 forbids it
2 | # harden: ignore=HD101
  |                  ^^^^^
  = help: remove it, and mend what it is about

Dockerfile:3:1: error[HD101]: `USER root` makes the process run as uid 0
3 | USER root
  | ^^^^^^^^^
  = fix: run as 10001:10001
    @@ -1,0 +2,5 @@
    +# Run as an unprivileged user (added by harden)
    +RUN groupadd --gid 10001 app && \
    +    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell …
    +    mkdir -p /var/lib/redis && \
    +    chown -R 10001:10001 /var/lib/redis
    @@ -3 +8 @@
    -USER root
    +USER 10001:10001
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

Dockerfile:4:18: error[HD007]: `HD130` must not be excused by a comment, so this suppresses nothing; harden.toml:2 forbids it
4 | # harden: ignore=HD130 the shell is wanted
  |                  ^^^^^
  = help: remove it, and mend what it is about

Dockerfile:5:1: info[HD130]: `CMD` is in shell form, so that a shell may be PID 1 and keep `SIGTERM` from the program, which is then killed
5 | CMD redis-server
  | ^^^^^^^^^^^^^^^^
  = help: write it as a list of strings: the exec form

Dockerfile: runs as root (uid 0)
