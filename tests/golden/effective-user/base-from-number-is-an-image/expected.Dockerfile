Dockerfile:3:1: error[HD102]: unknown because nothing is known about the base image `0`
3 | FROM 0
  | ^^^^^^
  = help: tell harden what the file does not: `--build-arg`, `--base-inspect`, or `[bases]` in harden.toml

Dockerfile: unknown because nothing is known about the base image `0`
