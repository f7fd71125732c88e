Dockerfile: runs as www-data (33:33)
