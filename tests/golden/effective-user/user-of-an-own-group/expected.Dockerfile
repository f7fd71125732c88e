Dockerfile: runs as app (3000:3000)
