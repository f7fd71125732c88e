Dockerfile.worker: runs as node (1000:1000)
