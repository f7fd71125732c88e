Dockerfile:3:6: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
3 | COPY . .
  |      ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile:5:1: error[HD103]: `USER 2147483648` cannot start: `2147483648` is outside the range of ids, 0 to 2147483647
5 | USER 2147483648
  | ^^^^^^^^^^^^^^^

Dockerfile: `USER 2147483648` cannot start: `2147483648` is outside the range of ids, 0 to 2147483647
