Dockerfile: runs as ContainerUser
