Dockerfile: runs as root (uid 0)
