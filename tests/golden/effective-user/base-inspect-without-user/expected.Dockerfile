Dockerfile:1:1: error[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM registry.example.com/platform/java-base:17
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = because: `USER` is not added: the program of `registry.example.com/platform/java-base:17` is not known to start as another user than its own
  = help: read the image's documentation; when it allows any user, say so with `runs_as_any_user = true` in harden.toml

Dockerfile: runs as root (uid 0)
