Dockerfile:2:1: warning[HD465]: this `CMD` has no effect: a later one of the stage replaces it
2 | CMD ["a"]
  | ^^^^^^^^^
3 | CMD redis-server
  | ---------------- this one is in effect
  = help: keep the one that is meant

Dockerfile: runs as root (uid 0)
