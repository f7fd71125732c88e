Dockerfile:1:1: error[HD001]: the escape character must be \ or a backquote, not `^`
1 | # escape=^
  | ^^^^^^^^^^

Dockerfile: runs as uid 1000, gid 1000
