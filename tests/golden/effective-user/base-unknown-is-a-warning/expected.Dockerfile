Dockerfile:1:1: warning[HD102]: unknown because nothing is known about the base image `registry.example.com/platform/java-base:17`
1 | FROM registry.example.com/platform/java-base:17
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: tell harden what the file does not: `--build-arg`, `--base-inspect`, or `[bases]` in harden.toml

Dockerfile: unknown because nothing is known about the base image `registry.example.com/platform/java-base:17`
