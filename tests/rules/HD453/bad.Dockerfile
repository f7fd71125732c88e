FROM debian:12
ENV DOCKER_HOST=tcp://docker:2375
ENV SOCKET=unix:///var/run/docker.sock
RUN ln -s /run/podman/podman.sock /var/run/docker.sock
VOLUME ["/data", "/var/run/docker.sock"]
USER 1000:1000
ENTRYPOINT ["traefik", "--docker.endpoint=unix:///var/run/docker.sock"]
CMD agent --socket /run/containerd/containerd.sock
ENV BOTH="/run/podman.sock /run/containerd.sockx"
