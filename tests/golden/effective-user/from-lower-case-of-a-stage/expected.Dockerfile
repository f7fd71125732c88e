Dockerfile: runs as app (1000:1000)
