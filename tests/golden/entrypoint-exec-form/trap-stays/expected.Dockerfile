FROM debian:12
USER 10001:10001
CMD trap 'rm /tmp/x' EXIT; server
