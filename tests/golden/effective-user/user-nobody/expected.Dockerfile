Dockerfile: runs as nobody (65534:65534)
