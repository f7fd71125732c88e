Dockerfile: runs as app (1500:1500)
