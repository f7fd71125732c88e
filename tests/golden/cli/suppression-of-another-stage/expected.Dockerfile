Dockerfile:2:24: warning[HD004]: `HD101` is not reported in this stage, so this suppresses nothing
2 | # harden: ignore-stage=HD101 only builds
  |                        ^^^^^
  = help: remove it

Dockerfile:5:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
5 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = help: `harden FILE --diff` shows the change that gives it a user of its own, or what is in the way

Dockerfile: runs as root (uid 0)
