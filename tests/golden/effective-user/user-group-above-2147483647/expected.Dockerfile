Dockerfile:3:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
3 | COPY . .
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile:5:1: error[HD103]: `USER 1000:4294967295` cannot start: `4294967295` is outside the range of ids, 0 to 2147483647
5 | USER 1000:4294967295
  | ^^^^^^^^^^^^^^^^^^^^

Dockerfile: `USER 1000:4294967295` cannot start: `4294967295` is outside the range of ids, 0 to 2147483647
