Dockerfile: runs as app (2000:2000)
