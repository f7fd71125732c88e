Dockerfile:3:1: warning[HD003]: `CMD` looks like the exec form but is not valid JSON, so the engine hands it to the shell as it stands
3 | CMD ['/server', '--listen', ':8080']
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: use double quotes, a comma between the words, and none at the end

Dockerfile: runs as uid 1000, gid 1000
