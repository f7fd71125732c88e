Dockerfile:4:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
4 | COPY . .
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile: runs as node (1000:1000)
