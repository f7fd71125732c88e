Dockerfile: runs as node (1000:1000)
