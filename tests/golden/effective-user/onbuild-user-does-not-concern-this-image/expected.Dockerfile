Dockerfile:1:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM python:3.12-slim
  | ^^^^^^^^^^^^^^^^^^^^^
  = fix: run as 10001:10001
    @@ -4,0 +5,4 @@
    +# Run as an unprivileged user (added by harden)
    +RUN groupadd --gid 10001 app && \
    +    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell …
    +USER 10001:10001
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

Dockerfile:4:1: info[HD108]: this `USER` concerns the images that are built on this one, not this image
4 | ONBUILD USER 1000:1000
  | ^^^^^^^^^^^^^^^^^^^^^^

Dockerfile: runs as root (uid 0)
