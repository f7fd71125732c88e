FROM debian:12
RUN apt-get update && apt-get install -y redis-server
# What the program writes (added by harden)
RUN mkdir -p /data /var/lib/redis /var/run/redis && \
    chown -R 1000:1000 /data /var/lib/redis /var/run/redis
VOLUME /data /var/run/redis
RUN useradd -u 1000 app && mkdir -p /data/x && chown -R app /data /var/run/redis
# Run as an unprivileged user (added by harden)
RUN mkdir -p /var/log/redis && \
    chown -R 1000:1000 /var/log/redis
USER 1000:1000
CMD ["redis-server", "--dir", "/data", "--pidfile", "/var/run/redis/redis.pid"]
