Dockerfile:1:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = because: `USER` is not added: the engine refuses this file
  = help: mend it first

Dockerfile:2:5: error[HD001]: the heredoc `EOF` never ends
2 | RUN <<EOF
  |     ^^^^^
  = help: its delimiter must stand alone on a line, without blanks

Dockerfile:3:1: info[HD440]: `apt-get update` leaves its package lists in the image
3 | apt-get update
  | ^^^^^^^^^^^^^^
  = help: a later `RUN` cannot take away what a layer holds: `rm -rf /var/lib/apt/lists/*` in this one, or a cache mount

Dockerfile: runs as root (uid 0)
