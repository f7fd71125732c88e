Dockerfile:7:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
7 | FROM nginx:1.27-alpine
  | ^^^^^^^^^^^^^^^^^^^^^^
  = because: the `USER` in line 2 belongs to another stage and does not reach the image
  = fix: run as 101:101
    @@ -8,0 +9,4 @@
    +# Run as an unprivileged user (added by harden)
    +RUN mkdir -p /var/cache/nginx /var/run && \
    +    chown -R 101:101 /var/cache/nginx /var/run/
    +USER 101:101
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

Dockerfile: runs as root (uid 0)
