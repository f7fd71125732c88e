Dockerfile:3:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
3 | COPY . .
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile:5:1: error[HD103]: `USER root # for now` cannot start: no account is called `root # for now`; a comment needs a line of its own
5 | USER root # for now
  | ^^^^^^^^^^^^^^^^^^^

Dockerfile: `USER root # for now` cannot start: no account is called `root # for now`; a comment needs a line of its own
