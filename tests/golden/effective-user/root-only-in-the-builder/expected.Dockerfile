Dockerfile: runs as nonroot (65532:65532)
