Dockerfile:2:29: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
2 | COPY --compress=zstd --deep . /srv
  |                             ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile: runs as uid 1000, gid 1000
