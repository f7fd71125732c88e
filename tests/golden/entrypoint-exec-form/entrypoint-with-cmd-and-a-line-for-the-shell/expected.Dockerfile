FROM debian:12
USER 10001:10001
ENTRYPOINT ["/bin/sh", "-c", "cd /data && exec redis-server"]
CMD ["--port", "6379"]
