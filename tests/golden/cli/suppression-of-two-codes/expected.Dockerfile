Dockerfile:2:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
2 | COPY . /app
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile:3:24: warning[HD004]: `HD104` is not reported here, so this suppresses nothing
3 | # harden: ignore=HD101,HD104 binds a raw socket
  |                        ^^^^^
  = help: remove it

Dockerfile: runs as root (uid 0)
