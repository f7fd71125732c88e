Dockerfile:2:15: error[HD001]: a heredoc cannot be the destination
2 | COPY app.conf <<EOF
  |               ^^^^^
  = help: name the target path behind it

Dockerfile: runs as uid 1000, gid 1000
