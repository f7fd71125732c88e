Dockerfile:2:1: error[HD001]: the directive `syntax` is given twice
2 | # syntax=docker/dockerfile:1.7
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Dockerfile:4:1: error[HD001]: the directive `escape` is given twice
4 | # ESCAPE=`
  | ^^^^^^^^^^

Dockerfile: runs as uid 1000, gid 1000
