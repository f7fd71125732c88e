Dockerfile:1:1: warning[HD104]: the process runs as uid 1001 but in group 0, whose files it may change
1 | FROM registry.access.redhat.com/ubi9/python-311
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = because: `default` comes with the base image `registry.access.redhat.com/ubi9/python-311` with uid 1001
  = because: the primary group of `default` is gid 0
  = help: name a group as well, such as `USER 1001:1001`

Dockerfile: runs as default (1001:0)
