FROM debian:12
CMD redis-server
