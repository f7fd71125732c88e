FROM debian:12
# harden: ignore=HD463 systemd wants it
VOLUME /sys/fs/cgroup
USER 1000:1000
