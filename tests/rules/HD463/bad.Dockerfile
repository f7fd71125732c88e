FROM debian:12
ARG WHERE=/usr
VOLUME ["/data", "/etc"]
VOLUME $WHERE/
VOLUME /sys/fs/cgroup
VOLUME /
USER 1000:1000
