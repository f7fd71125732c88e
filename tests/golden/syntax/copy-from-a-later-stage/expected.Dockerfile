Dockerfile: runs as uid 1000, gid 1000
