Dockerfile:1:1: error[HD102]: unknown because nothing is known about the base image `registry.corp/app`
1 | FROM registry.corp/app
  | ^^^^^^^^^^^^^^^^^^^^^^
  = help: tell harden about it: `[bases."IMAGE"]` in harden.toml, or `--base-inspect` with the output of `docker image inspect`

Dockerfile:1:6: warning[HD420]: `registry.corp/app` names no version, so each build may take another one
1 | FROM registry.corp/app
  |      ^^^^^^^^^^^^^^^^^
  = help: add the tag of the version that the program was tested with

Dockerfile: unknown because nothing is known about the base image `registry.corp/app`
