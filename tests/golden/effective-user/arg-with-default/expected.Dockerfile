Dockerfile:4:6: info[HD460]: `/app/server.js` belongs to the user that runs it: whoever gets into the program can replace it for good
4 | COPY --chown=node:node . .
  |      ^^^^^^^^^^^^^^^^^
  = help: leave the program to root, and give the user only the folders that it writes

Dockerfile: runs as node (1000:1000)
