Dockerfile:1:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = because: `USER` is not added: the engine refuses this file
  = help: mend it first

Dockerfile:2:5: error[HD001]: the heredoc `EOF` never ends
2 | RUN <<-EOF
  |     ^^^^^^
  = help: its delimiter must stand alone on a line, without blanks other than leading tabs

Dockerfile: runs as root (uid 0)
