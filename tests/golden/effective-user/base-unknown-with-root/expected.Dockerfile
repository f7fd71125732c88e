Dockerfile:3:1: error[HD101]: `USER root` makes the process run as uid 0
3 | USER root
  | ^^^^^^^^^
  = because: `USER` is not added: nothing is known about `registry.example.com/platform/java-base:17`, whose own entrypoint starts first
  = help: tell harden about it: `[bases."IMAGE"]` in harden.toml, or `--base-inspect` with the output of `docker image inspect`

Dockerfile: runs as root (uid 0)
