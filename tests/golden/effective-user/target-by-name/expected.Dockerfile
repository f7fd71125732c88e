Dockerfile:5:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
5 | FROM base AS development
  | ^^^^^^^^^^^^^^^^^^^^^^^^
  = because: the `USER` in line 11 belongs to another stage and does not reach the image
  = fix: run as 1000:1000
    @@ -6,0 +7,2 @@
    +# Run as an unprivileged user (added by harden)
    +USER 1000:1000
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

Dockerfile: runs as root (uid 0)
