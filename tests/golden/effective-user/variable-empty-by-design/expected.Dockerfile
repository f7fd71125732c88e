Dockerfile:3:1: error[HD101]: `USER ${APP_USER}` resolves to nothing, so the process runs as uid 0
3 | USER ${APP_USER}
  | ^^^^^^^^^^^^^^^^
  = fix: run as 1000:1000
    @@ -3 +3 @@
    -USER ${APP_USER}
    +USER 1000:1000
  = help: `harden FILE -o Dockerfile.secure` makes this change and writes the settings to run it with

Dockerfile: runs as root (uid 0)
