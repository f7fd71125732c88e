Dockerfile:3:1: warning[HD003]: `CMD` looks like the exec form but is not valid JSON, so the engine hands it to the shell as it stands
3 | CMD ["/server"] # port 8080
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: a comment needs a line of its own

Dockerfile: runs as uid 1000, gid 1000
