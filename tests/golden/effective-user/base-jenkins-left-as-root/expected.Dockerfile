Dockerfile:2:1: error[HD101]: `USER root` makes the process run as uid 0
2 | USER root
  | ^^^^^^^^^
  = fix: run as 1000:1000
    @@ -3,0 +4,2 @@
    +# Run as an unprivileged user (added by harden)
    +USER 1000:1000
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

Dockerfile:3:23: info[HD441]: `apt-get install` brings recommended packages along that nobody asked for, each one more to update and attack
3 | RUN apt-get update && apt-get install -y docker.io && rm -rf /var/lib/apt/lists/*
  |                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = fix: install no recommended packages
    @@ -3 +3 @@
    -RUN apt-get update && apt-get install -y docker.io && rm -rf /var/lib/apt/lists/*
    +RUN apt-get update && apt-get install --no-install-recommends -y docker.io && rm -rf /var/lib/apt/l…
  = help: `--no-install-recommends`; name those that are needed

Dockerfile: runs as root (uid 0)
