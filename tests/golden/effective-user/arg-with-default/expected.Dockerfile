Dockerfile:4:6: info[HD460]: `/app/server.js` belongs to the user that runs it: whoever gets into the program can replace it for good
4 | COPY --chown=node:node . .
  |      ^^^^^^^^^^^^^^^^^
  = help: leave the program to root, and give the user only the folders that it writes

Dockerfile:4:24: info[HD452]: `COPY .` takes all files along, and no .dockerignore says which stay out: a later `.env` or `.git` is in the image
4 | COPY --chown=node:node . .
  |                        ^
  = help: name what the image needs, or write a .dockerignore

Dockerfile: runs as node (1000:1000)
