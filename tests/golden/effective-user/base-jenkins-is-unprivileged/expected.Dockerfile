Dockerfile: runs as jenkins (1000:1000)
