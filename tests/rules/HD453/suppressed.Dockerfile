FROM debian:12
# harden: ignore=HD453 it is a proxy for the socket
VOLUME /var/run/docker.sock
USER 1000:1000
