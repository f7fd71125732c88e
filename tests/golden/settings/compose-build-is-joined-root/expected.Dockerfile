compose.yaml:2:3: error[HD213]: service `web` runs as root: `USER` is never set in the final stage, so the process runs as uid 0
2 |   web:
  |   ^^^
  = because: it is built from `app/Dockerfile`
  = help: `user: 10001:10001`, or `USER` in its Dockerfile

compose.yaml: web: runs as root (uid 0)
