Dockerfile:2:6: error[HD001]: unknown flag: `COPY` takes no `--compress` in any version up to docker/dockerfile:1.26
2 | COPY --compress=zstd --deep . /srv
  |      ^^^^^^^^^^^^^^^

Dockerfile:2:22: error[HD001]: unknown flag: `COPY` takes no `--deep` in any version up to docker/dockerfile:1.26
2 | COPY --compress=zstd --deep . /srv
  |                      ^^^^^^

Dockerfile:2:29: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
2 | COPY --compress=zstd --deep . /srv
  |                             ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile:3:5: error[HD001]: unknown flag: `RUN` takes no `--cpu` in any version up to docker/dockerfile:1.26
3 | RUN --cpu=2 make
  |     ^^^^^^^

Dockerfile: runs as uid 1000, gid 1000
