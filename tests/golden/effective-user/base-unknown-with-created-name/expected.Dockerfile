Dockerfile: runs as java (1200:1200)
