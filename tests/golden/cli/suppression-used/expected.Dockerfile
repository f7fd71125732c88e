Dockerfile:2:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
2 | COPY . /app
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile: runs as root (uid 0)
