context/a/Dockerfile.x: runs as uid 1000, gid 1000
context/b/c/Dockerfile.x: runs as uid 1000, gid 1000
