Dockerfile:4:1: error[HD001]: the exec form takes strings only
4 | CMD ["/server", "--port", 8080]
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: write every argument in double quotes

Dockerfile: runs as uid 1000, gid 1000
