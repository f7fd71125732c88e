Dockerfile:1:1: error[HD102]: unknown because the base's entrypoint steps down to `postgres` for its own program only, and `CMD` starts another
1 | FROM postgres:16
  | ^^^^^^^^^^^^^^^^
  = because: `USER` is never set in the final stage, so the process starts as uid 0
  = because: `USER` is not added: the container starts with `backup.sh`, which may be a script that needs root: `backup.sh` was not found in the build context
  = help: name the folder that the image is built from with `--context`

Dockerfile: unknown because the base's entrypoint steps down to `postgres` for its own program only, and `CMD` starts another
