Dockerfile:5:1: error[HD101]: the user depends on the builder: built by BuildKit and the classic builder it runs as 1000, by buildah it runs as root
5 | FROM base
  | ^^^^^^^^^
  = because: BuildKit: `USER 1000:1000` makes the process run as uid 1000 and gid 1000
  = because: the classic builder: `USER 1000:1000` makes the process run as uid 1000 and gid 1000
  = because: buildah: `USER` is never set in the final stage, so the process runs as uid 0
  = help: end the last stage with a `USER` that is a number; `--builder` asks about one builder alone

Dockerfile: runs as root (uid 0)
