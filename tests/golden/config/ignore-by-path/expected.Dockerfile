legacy/web/Dockerfile: runs as root (uid 0)
new/Dockerfile:1:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = fix: run as 10001:10001
    @@ -1,0 +2,6 @@
    +# Run as an unprivileged user (added by harden)
    +RUN groupadd --gid 10001 app && \
    +    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell …
    +    mkdir -p /var/lib/redis && \
    +    chown -R 10001:10001 /var/lib/redis
    +USER 10001:10001
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

new/Dockerfile:2:1: info[HD130]: `CMD` is in shell form, so that a shell may be PID 1 and keep `SIGTERM` from the program, which is then killed
2 | CMD redis-server
  | ^^^^^^^^^^^^^^^^
  = help: write it as a list of strings: the exec form

new/Dockerfile: runs as root (uid 0)

2 files: 1 error, 0 warnings, 1 remark; `--fix --unsafe` mends 1
