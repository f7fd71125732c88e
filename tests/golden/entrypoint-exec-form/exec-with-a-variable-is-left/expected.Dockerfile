FROM debian:12
USER 10001:10001
CMD exec redis-server --port $PORT
