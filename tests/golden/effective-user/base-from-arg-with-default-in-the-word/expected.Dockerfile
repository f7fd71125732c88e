Dockerfile: runs as nginx (101:101)
