Dockerfile:4:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
4 | COPY . .
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile:5:1: error[HD102]: unknown because `ARG APP_USER` has no default
5 | USER ${APP_USER}
  | ^^^^^^^^^^^^^^^^
  = because: it is empty unless `--build-arg APP_USER=…` is given
  = help: name the user by its number, or give the value with `--build-arg`

Dockerfile: unknown because `ARG APP_USER` has no default
