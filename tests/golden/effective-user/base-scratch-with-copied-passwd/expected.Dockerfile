Dockerfile: runs as app (10001:10001)
