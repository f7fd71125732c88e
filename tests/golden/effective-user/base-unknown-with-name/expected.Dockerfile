Dockerfile:3:1: error[HD102]: unknown because nothing is known about the base image `registry.example.com/platform/java-base:17`, which may define `java`
3 | USER java
  | ^^^^^^^^^
  = help: tell harden about it: `[bases."IMAGE"]` in harden.toml, or `--base-inspect` with the output of `docker image inspect`

Dockerfile: unknown because nothing is known about the base image `registry.example.com/platform/java-base:17`, which may define `java`
