Dockerfile: runs as app (1200:1200)
