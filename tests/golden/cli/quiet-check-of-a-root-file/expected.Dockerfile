Dockerfile:1:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM node:20-slim
  | ^^^^^^^^^^^^^^^^^
  = fix: run as 1000:1000
    @@ -4,0 +5,2 @@
    +# Run as an unprivileged user (added by harden)
    +USER 1000:1000
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

