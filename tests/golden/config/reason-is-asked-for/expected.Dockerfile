Dockerfile:2:18: warning[HD006]: `HD101` is excused without a reason, so this suppresses nothing; harden.toml:2 asks for one
2 | # harden: ignore=HD101
  |                  ^^^^^
  = help: write why behind the codes: `# harden: ignore=CODE reason`

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

Dockerfile: runs as root (uid 0)
