Dockerfile:2:1: info[HD442]: the lists of packages are fetched in a layer of their own: the build cache keeps them, and a later `install` asks for versions that are old or gone
2 | RUN apt-get update
  | ^^^^^^^^^^^^^^^^^^
  = help: put the update in front of the install, in the same `RUN`

Dockerfile: runs as root (uid 0)
