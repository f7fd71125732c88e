Dockerfile:2:7: error[HD001]: `${` is never closed: `}` is missing, so the build fails
2 | ENV A=${V
  |       ^^^

Dockerfile:3:7: error[HD001]: `^` in `${V^…}` is not known to Dockerfiles, so the build fails
3 | ENV B=${V^^}
  |       ^^^^^^

Dockerfile:4:7: error[HD001]: `"` is never closed, so the build fails
4 | ENV C="open
  |       ^^^^^

Dockerfile:5:9: error[HD001]: `:y` in `${1:y…}` is not known to Dockerfiles, so the build fails
5 | WORKDIR ${1:y}
  |         ^^^^^^

Dockerfile: runs as uid 1000, gid 1000
