FROM debian:12
USER 10001:10001
ENTRYPOINT ["redis-server", "--port", "6379"]
