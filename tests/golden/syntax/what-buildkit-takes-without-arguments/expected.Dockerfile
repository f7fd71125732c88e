Dockerfile:3:1: warning[HD465]: this `CMD` has no effect: a later one of the stage replaces it
3 | CMD
  | ^^^
6 | CMD []
  | ------ this one is in effect
  = help: keep the one that is meant

Dockerfile: runs as uid 1000, gid 1000
