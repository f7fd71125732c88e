Dockerfile: runs as uid 1000
