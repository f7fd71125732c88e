Dockerfile:1:6: error[HD423]: `debian:12` comes from `docker.io/library/debian`, which is not allowed here
1 | FROM debian:12
  |      ^^^^^^^^^
  = help: allowed are `registry.corp`

Dockerfile: runs as uid 1000, gid 1000
