compose.yaml:4:3: error[HD213]: service `same` runs as root: `USER` is never set in the final stage, so the process runs as uid 0
4 |   same:
  |   ^^^^
  = because: it is built from `Dockerfile.same`
  = help: `user: 10001:10001`, or `USER` in its Dockerfile

