Dockerfile:3:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
3 | COPY . .
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile:5:1: error[HD101]: `USER root` makes the process run as uid 0
5 | USER root
  | ^^^^^^^^^
  = help: `harden FILE --diff` shows the change that gives it a user of its own, or what is in the way

Dockerfile: runs as root (uid 0)
