Dockerfile:1:1: error[HD110]: starts as uid 0, and the base's entrypoint steps down to `postgres` (uid 999)
1 | FROM postgres:16
  | ^^^^^^^^^^^^^^^^
  = because: `USER` is never set in the final stage, so the process starts as uid 0
  = help: `harden FILE --step-down=never` sets `USER` instead

Dockerfile: starts as uid 0, and the base's entrypoint steps down to `postgres` (uid 999)
