Dockerfile: runs as app (uid not told by the file)
