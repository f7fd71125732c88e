Dockerfile:1:1: fixed[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM golang:1.19
  | ^^^^^^^^^^^^^^^^
  = change: run as 10001:10001

Dockerfile:3:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
3 | COPY . .
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile: runs as app (10001:10001)
