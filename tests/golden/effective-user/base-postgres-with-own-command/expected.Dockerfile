Dockerfile:1:1: error[HD102]: unknown because the base's entrypoint steps down to `postgres` for its own program only, and `CMD` starts another
1 | FROM postgres:16
  | ^^^^^^^^^^^^^^^^
  = because: `USER` is never set in the final stage, so the process starts as uid 0
  = help: tell harden what the file does not: `--build-arg`, `--base-inspect`, or `[bases]` in harden.toml

Dockerfile: unknown because the base's entrypoint steps down to `postgres` for its own program only, and `CMD` starts another
