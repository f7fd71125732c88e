# harden: ignore=HD101 must configure the network
FROM debian:12
COPY server /usr/local/bin/
CMD ["server"]
