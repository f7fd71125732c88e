Dockerfile:3:5: warning[HD002]: unknown instruction `&&`; it is kept as it is, and nothing is known of its effect
3 |     && apt-get install -y curl
  |     ^^
  = help: does it belong to the instruction above, whose last line lacks the continuation character?

Dockerfile: runs as uid 1000, gid 1000
