Dockerfile:3:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
3 | COPY . .
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile:5:1: error[HD103]: `USER webapp` cannot start: no account is called `webapp`
5 | USER webapp
  | ^^^^^^^^^^^

Dockerfile: `USER webapp` cannot start: no account is called `webapp`
