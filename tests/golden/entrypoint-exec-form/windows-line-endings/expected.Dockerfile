FROM debian:12
USER 10001:10001
CMD ["/bin/sh", "-c", "cd /app && \
    exec server"]
