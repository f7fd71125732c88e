Dockerfile: runs as postgres (70:70)
