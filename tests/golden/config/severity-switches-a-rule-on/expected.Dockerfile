Dockerfile:1:6: note[HD422]: `debian:12` has no digest, so its publisher can put another image in its place
1 | FROM debian:12
  |      ^^^^^^^^^
  = help: add `@sha256:…` behind the tag: `docker buildx imagetools inspect` shows it

Dockerfile: runs as uid 1000, gid 1000
