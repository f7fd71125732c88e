Dockerfile: runs as app (1300:1300)
