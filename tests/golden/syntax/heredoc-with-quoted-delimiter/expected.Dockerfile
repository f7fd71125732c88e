Dockerfile: runs as app (1400:1400)
