FROM debian:12
# The package's account, with a number that is known (added by harden)
RUN groupadd --system --gid 900 redis && \
    useradd --system --no-log-init --uid 900 --gid 900 --no-create-home --home-dir /var/lib/redis --shell /usr/sbin/nologin redis
RUN apt-get update && apt-get install -y redis-server
WORKDIR /app
COPY . .
# Run as an unprivileged user (added by harden)
USER 900:900
CMD ["redis-server"]
