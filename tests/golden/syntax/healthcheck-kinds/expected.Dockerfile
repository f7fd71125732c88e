Dockerfile:2:1: warning[HD465]: this `HEALTHCHECK` has no effect: a later one of the stage replaces it
2 | HEALTHCHECK NONE
  | ^^^^^^^^^^^^^^^^
3 | HEALTHCHECK cmd curl -f http://localhost/
  | ----------------------------------------- this one is in effect
  = help: keep the one that is meant

Dockerfile:4:1: error[HD001]: `HEALTHCHECK` takes `NONE`, or `CMD` and a command
4 | HEALTHCHECK NONE please
  | ^^^^^^^^^^^^^^^^^^^^^^^

Dockerfile:5:1: error[HD001]: `HEALTHCHECK` takes `NONE`, or `CMD` and a command
5 | HEALTHCHECK curl -f http://localhost/
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

Dockerfile:6:1: error[HD001]: `HEALTHCHECK` takes `NONE`, or `CMD` and a command
6 | HEALTHCHECK CMD
  | ^^^^^^^^^^^^^^^

Dockerfile: runs as uid 1000, gid 1000
