Dockerfile:1:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM node:20-slim AS base
  | ^^^^^^^^^^^^^^^^^^^^^^^^^
  = because: the `USER` in line 11 belongs to another stage and does not reach the image
  = fix: run as 1000:1000
    @@ -4,0 +5,3 @@
    +# Run as an unprivileged user (added by harden)
    +USER 1000:1000
    +
    @@ -5,0 +9,2 @@
    +# This stage goes on as root (added by harden)
    +USER root
    @@ -9,0 +15,2 @@
    +# This stage goes on as root (added by harden)
    +USER root
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

Dockerfile: runs as root (uid 0)
