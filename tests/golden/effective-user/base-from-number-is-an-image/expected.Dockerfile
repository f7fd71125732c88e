Dockerfile:3:1: error[HD102]: unknown because nothing is known about the base image `0`
3 | FROM 0
  | ^^^^^^
  = help: tell harden about it: `[bases."IMAGE"]` in harden.toml, or `--base-inspect` with the output of `docker image inspect`

Dockerfile:3:6: warning[HD420]: `0` names no version, so each build may take another one
3 | FROM 0
  |      ^
  = help: add the tag of the version that the program was tested with

Dockerfile: unknown because nothing is known about the base image `0`
