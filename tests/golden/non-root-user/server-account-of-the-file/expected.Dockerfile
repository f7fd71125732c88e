FROM debian:12
RUN groupadd -r -g 999 redis && useradd -r -u 999 -g redis redis
RUN apt-get update && apt-get install -y redis-server
WORKDIR /data
# Run as an unprivileged user (added by harden)
RUN chown -R 999:999 /data
USER 999:999
CMD ["redis-server"]
