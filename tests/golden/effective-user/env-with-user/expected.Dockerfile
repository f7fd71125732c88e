Dockerfile: runs as uid 1001, gid 1001
