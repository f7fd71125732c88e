Dockerfile:1:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = because: `USER` is not added: the engine refuses this file
  = help: mend it first

Dockerfile:2:15: error[HD001]: the heredoc `20))` never ends
2 | RUN echo $((1 << 20)) > /size
  |               ^^^^^^^
  = help: its delimiter must stand alone on a line, without blanks; write `1<<2` if you mean a shift

Dockerfile: runs as root (uid 0)
