Dockerfile:3:1: error[HD102]: unknown because no line creates `app`, but files copied to `/` may bring another /etc/passwd
3 | USER app
  | ^^^^^^^^
  = help: tell harden what the file does not: `--build-arg`, `--base-inspect`, or `[bases]` in harden.toml

Dockerfile: unknown because no line creates `app`, but files copied to `/` may bring another /etc/passwd
