Dockerfile: runs as uid 2147483647, gid 2147483647
