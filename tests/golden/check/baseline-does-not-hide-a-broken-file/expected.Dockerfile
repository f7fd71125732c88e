Dockerfile:2:5: error[HD001]: the heredoc `EOF` never ends
2 | RUN <<EOF
  |     ^^^^^
  = help: its delimiter must stand alone on a line, without blanks

Dockerfile: runs as root (uid 0)
