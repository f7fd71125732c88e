Dockerfile:3:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
3 | COPY . .
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile:5:1: error[HD103]: `USER 0x0` cannot start: `0x0` is not a number, and no account is called `0x0`
5 | USER 0x0
  | ^^^^^^^^

Dockerfile: `USER 0x0` cannot start: `0x0` is not a number, and no account is called `0x0`
