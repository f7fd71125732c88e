Dockerfile:2:24: warning[HD004]: `HD101` is not reported in this stage, so this suppresses nothing
2 | # harden: ignore-stage=HD101 only builds
  |                        ^^^^^
  = help: remove it

Dockerfile:5:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
5 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = fix: run as 10001:10001
    @@ -5,0 +6,6 @@
    +# Run as an unprivileged user (added by harden)
    +RUN groupadd --gid 10001 app && \
    +    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell …
    +    mkdir -p /var/lib/redis && \
    +    chown -R 10001:10001 /var/lib/redis
    +USER 10001:10001
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

Dockerfile: runs as root (uid 0)
