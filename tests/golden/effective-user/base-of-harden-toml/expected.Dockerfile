Dockerfile:1:1: warning[HD104]: the process runs as uid 185 but in group 0, whose files it may change
1 | FROM registry.example.com/platform/java-base:17
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = because: `jboss` comes with the base image `registry.example.com/platform/java-base:17` with uid 185
  = because: the primary group of `jboss` is gid 0
  = help: name a group as well, such as `USER 185:185`

Dockerfile: runs as jboss (185:0)
