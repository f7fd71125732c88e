Dockerfile:3:1: error[HD102]: unknown because the base image `node:20-slim` may set `APP_USER`
3 | USER $APP_USER
  | ^^^^^^^^^^^^^^
  = because: the `ARG` in line 1 is for `FROM` only, unless the stage repeats `ARG APP_USER`
  = help: name the user by its number, or give the value with `--build-arg`

Dockerfile: unknown because the base image `node:20-slim` may set `APP_USER`
