Dockerfile:2:1: error[HD001]: the exec form takes strings only
2 | COPY ["app.conf", 1]
  | ^^^^^^^^^^^^^^^^^^^^
  = help: write every argument in double quotes

Dockerfile:3:1: error[HD001]: the exec form takes strings only
3 | VOLUME [1]
  | ^^^^^^^^^^
  = help: write every argument in double quotes

Dockerfile:4:1: error[HD001]: the exec form takes strings only
4 | RUN ["true", null]
  | ^^^^^^^^^^^^^^^^^^
  = help: write every argument in double quotes

Dockerfile: runs as uid 1000, gid 1000
