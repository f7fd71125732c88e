Dockerfile:3:1: error[HD102]: unknown because nothing is known about the base image `registry.example.com/platform/java-base:17`, which may define `java`
3 | USER java
  | ^^^^^^^^^
  = help: tell harden what the file does not: `--build-arg`, `--base-inspect`, or `[bases]` in harden.toml

Dockerfile: unknown because nothing is known about the base image `registry.example.com/platform/java-base:17`, which may define `java`
