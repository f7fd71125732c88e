Dockerfile:2:1: warning[HD002]: unknown instruction `RUNN`; it is kept as it is, and nothing is known of its effect
2 | RUNN apt-get update
  | ^^^^
  = help: did you mean `RUN`?

Dockerfile:3:1: warning[HD002]: unknown instruction `INCLUDE`; it is kept as it is, and nothing is known of its effect
3 | INCLUDE common.docker
  | ^^^^^^^

Dockerfile: runs as uid 1000, gid 1000
