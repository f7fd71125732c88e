Dockerfile:3:1: warning[HD003]: `ENTRYPOINT` looks like the exec form but is not valid JSON, so the engine hands it to the shell as it stands
3 | ENTRYPOINT ["/server", "--listen"
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: close it with `]`

Dockerfile: runs as uid 1000, gid 1000
