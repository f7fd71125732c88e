Dockerfile:6:1: error[HD102]: unknown because the base image `node:20-slim` may set `APP_USER`
6 | USER $APP_USER
  | ^^^^^^^^^^^^^^
  = help: tell harden what the file does not: `--build-arg`, `--base-inspect`, or `[bases]` in harden.toml

Dockerfile: unknown because the base image `node:20-slim` may set `APP_USER`
