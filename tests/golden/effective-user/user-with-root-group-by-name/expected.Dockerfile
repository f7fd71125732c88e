Dockerfile:3:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
3 | COPY . .
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile:5:1: warning[HD104]: the process runs as uid 1000 but in group 0, whose files it may change
5 | USER 1000:root
  | ^^^^^^^^^^^^^^
  = because: the group of the `USER` is gid 0
  = help: name a group as well, such as `USER 1000:1000`

Dockerfile: runs as uid 1000, gid 0
