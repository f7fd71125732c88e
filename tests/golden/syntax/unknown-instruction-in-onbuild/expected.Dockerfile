Dockerfile:2:9: warning[HD002]: unknown instruction `COPPY`; it is kept as it is, and nothing is known of its effect
2 | ONBUILD COPPY . /app
  |         ^^^^^
  = help: did you mean `COPY`?

Dockerfile: runs as uid 1000, gid 1000
