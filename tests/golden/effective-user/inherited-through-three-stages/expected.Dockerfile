Dockerfile: runs as svc (1234:1234)
