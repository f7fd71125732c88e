Dockerfile: runs as app (1654:1654)
