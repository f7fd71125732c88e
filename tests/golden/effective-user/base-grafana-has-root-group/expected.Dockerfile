Dockerfile:1:1: warning[HD104]: the process runs as uid 472 but in group 0, whose files it may change
1 | FROM grafana/grafana:11.1.0
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = because: `grafana` comes with the base image `grafana/grafana:11.1.0` with uid 472
  = because: the primary group of `grafana` is gid 0
  = help: name a group as well, such as `USER 472:472`

Dockerfile: runs as grafana (472:0)
