Dockerfile:1:1: warning[HD008]: harden.toml:1 ignored `HD101` here until 2020-02-29, which is over
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = help: mend it and remove the entry, or give it a later `expires`

Dockerfile: runs as root (uid 0)
