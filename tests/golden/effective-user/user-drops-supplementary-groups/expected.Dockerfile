Dockerfile:4:1: info[HD105]: `USER 3000:3000` drops the supplementary groups `audio`, `video` of `app`
4 | USER 3000:3000
  | ^^^^^^^^^^^^^^
  = help: `USER 3000` keeps them

Dockerfile: runs as app (3000:3000)
