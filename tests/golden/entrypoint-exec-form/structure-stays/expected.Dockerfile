FROM debian:12
USER 10001:10001
CMD while true; do server; done
