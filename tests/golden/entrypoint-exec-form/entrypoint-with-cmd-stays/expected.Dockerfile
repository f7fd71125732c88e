FROM debian:12
CMD ["--port", "6379"]
USER 10001:10001
ENTRYPOINT redis-server
