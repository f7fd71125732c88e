Dockerfile:3:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
3 | COPY . .
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile:5:1: error[HD103]: `USER -1` cannot start: `-1` is outside the range of ids, 0 to 2147483647
5 | USER -1
  | ^^^^^^^

Dockerfile: `USER -1` cannot start: `-1` is outside the range of ids, 0 to 2147483647
