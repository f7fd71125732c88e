FROM debian:12
USER 10001:10001
CMD ["redis-server", \
    "--port", "6379"]
