Dockerfile:4:1: error[HD101]: the user depends on the builder: built by BuildKit it runs as root, by the classic builder and buildah it runs as 1001
4 | USER $APP_USER
  | ^^^^^^^^^^^^^^
  = because: BuildKit: `USER root` makes the process run as uid 0
  = because: the classic builder: `USER 1001:1001` makes the process run as uid 1001 and gid 1001
  = because: buildah: `USER 1001:1001` makes the process run as uid 1001 and gid 1001
  = fix: run as 10001:10001
    @@ -4 +4,4 @@
    -USER $APP_USER
    +# Run as an unprivileged user (added by harden)
    +RUN groupadd --gid 10001 app && \
    +    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell …
    +USER 10001:10001
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

Dockerfile: runs as root (uid 0)
