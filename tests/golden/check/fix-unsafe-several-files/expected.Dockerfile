a.txt:1:1: fixed[HD101]: `USER` is never set in the final stage, so the process runs as uid 0
1 | FROM debian:12
  | ^^^^^^^^^^^^^^
  = change: run as 10001:10001

a.txt: runs as app (10001:10001)
good.txt: runs as uid 1000, gid 1000
compose.yaml:2:3: error[HD213]: service `web` runs as root: its image `nginx:1.25` starts as root
2 |   web:
  |   ^^^
  = help: `user: 10001:10001`, or `USER` in its Dockerfile

compose.yaml: web: runs as root (uid 0)

3 files: 1 error, 0 warnings, 0 remarks
