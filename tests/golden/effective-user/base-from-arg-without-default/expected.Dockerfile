Dockerfile:2:1: error[HD102]: unknown because `ARG BASE` has no default
2 | FROM $BASE
  | ^^^^^^^^^^
  = because: it is empty unless `--build-arg BASE=…` is given
  = help: tell harden what the file does not: `--build-arg`, `--base-inspect`, or `[bases]` in harden.toml

Dockerfile: unknown because `ARG BASE` has no default
