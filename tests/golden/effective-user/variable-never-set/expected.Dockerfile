Dockerfile:2:1: error[HD102]: unknown because the base image `node:20-slim` may set `APP_UID`
2 | USER $APP_UID
  | ^^^^^^^^^^^^^
  = help: name the user by its number, or give the value with `--build-arg`

Dockerfile: unknown because the base image `node:20-slim` may set `APP_UID`
