Dockerfile:5:1: fixed[HD130]: `CMD` is in shell form, so that a shell may be PID 1 and keep `SIGTERM` from the program, which is then killed
5 | CMD redis-server
  | ^^^^^^^^^^^^^^^^
  = change: written in exec form

Dockerfile:3:1: info[HD442]: the lists of packages are fetched in a layer of their own: the build cache keeps them, and a later `install` asks for versions that are old or gone
3 | RUN sudo apt-get update
  | ^^^^^^^^^^^^^^^^^^^^^^^
  = help: put the update in front of the install, in the same `RUN`

Dockerfile: runs as root (uid 0)
