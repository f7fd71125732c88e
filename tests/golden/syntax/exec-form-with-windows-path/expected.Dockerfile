Dockerfile:3:1: warning[HD003]: `CMD` looks like the exec form but is not valid JSON, so the engine hands it to the shell as it stands
3 | CMD ["C:\app\server.exe"]
  | ^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: JSON wants every backslash doubled

Dockerfile: runs as ContainerUser
