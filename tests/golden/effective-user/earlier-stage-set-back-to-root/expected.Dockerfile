Dockerfile:4:1: error[HD101]: `USER root` makes the process run as uid 0
4 | USER root
  | ^^^^^^^^^
  = fix: run as 1000:1000
    @@ -5,0 +6,2 @@
    +# Run as an unprivileged user (added by harden)
    +USER 1000:1000
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

Dockerfile: runs as root (uid 0)
