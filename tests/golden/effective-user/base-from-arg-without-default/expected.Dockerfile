Dockerfile:2:1: error[HD102]: unknown because `ARG BASE` has no default
2 | FROM $BASE
  | ^^^^^^^^^^
  = because: it is empty unless `--build-arg BASE=…` is given
  = help: give the value with `--build-arg`

Dockerfile: unknown because `ARG BASE` has no default
