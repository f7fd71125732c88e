Dockerfile:6:1: error[HD102]: unknown because the base image `node:20-slim` may set `APP_USER`
6 | USER $APP_USER
  | ^^^^^^^^^^^^^^
  = help: name the user by its number, or give the value with `--build-arg`

Dockerfile: unknown because the base image `node:20-slim` may set `APP_USER`
