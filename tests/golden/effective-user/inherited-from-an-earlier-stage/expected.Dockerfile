Dockerfile:9:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
9 | COPY . /app
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile: runs as app (1500:1500)
