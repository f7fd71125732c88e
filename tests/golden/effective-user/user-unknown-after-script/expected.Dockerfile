Dockerfile:4:1: error[HD102]: unknown because no line creates `svc`, but `RUN` starts a script, which may create users
4 | USER svc
  | ^^^^^^^^
  = help: tell harden what the file does not: `--build-arg`, `--base-inspect`, or `[bases]` in harden.toml

Dockerfile: unknown because no line creates `svc`, but `RUN` starts a script, which may create users
