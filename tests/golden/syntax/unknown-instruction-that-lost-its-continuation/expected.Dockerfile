Dockerfile:2:1: info[HD442]: the lists of packages are fetched in a layer of their own: the build cache keeps them, and a later `install` asks for versions that are old or gone
2 | RUN apt-get update
  | ^^^^^^^^^^^^^^^^^^
  = help: put the update in front of the install, in the same `RUN`

Dockerfile:3:5: warning[HD002]: unknown instruction `&&`; it is kept as it is, and nothing is known of its effect
3 |     && apt-get install -y curl
  |     ^^
  = help: does it belong to the instruction above, whose last line lacks the continuation character?

Dockerfile: runs as uid 1000, gid 1000
