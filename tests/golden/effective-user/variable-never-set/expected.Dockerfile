Dockerfile:2:1: error[HD102]: unknown because the base image `node:20-slim` may set `APP_UID`
2 | USER $APP_UID
  | ^^^^^^^^^^^^^
  = help: tell harden what the file does not: `--build-arg`, `--base-inspect`, or `[bases]` in harden.toml

Dockerfile: unknown because the base image `node:20-slim` may set `APP_UID`
