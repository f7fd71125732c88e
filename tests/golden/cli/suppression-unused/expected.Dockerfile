Dockerfile:3:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
3 | COPY . .
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile:4:18: warning[HD004]: `HD101` is not reported here, so this suppresses nothing
4 | # harden: ignore=HD101 was root once
  |                  ^^^^^
  = help: remove it

Dockerfile: runs as node (1000:1000)
