Dockerfile:3:1: warning[HD002]: unknown instruction `hello`; it is kept as it is, and nothing is known of its effect
3 | hello
  | ^^^^^

Dockerfile:4:1: warning[HD002]: unknown instruction `EOF`; it is kept as it is, and nothing is known of its effect
4 | EOF
  | ^^^

Dockerfile: runs as uid 1000, gid 1000
