Dockerfile:5:1: error[HD102]: unknown because `ARG APP_USER` has no default
5 | USER ${APP_USER}
  | ^^^^^^^^^^^^^^^^
  = because: it is empty unless `--build-arg APP_USER=…` is given
  = help: tell harden what the file does not: `--build-arg`, `--base-inspect`, or `[bases]` in harden.toml

Dockerfile: unknown because `ARG APP_USER` has no default
