Dockerfile: runs as uid 2000, gid 2000
