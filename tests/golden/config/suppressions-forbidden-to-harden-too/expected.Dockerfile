FROM debian:12
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \
    mkdir -p /var/lib/redis && \
    chown -R 10001:10001 /var/lib/redis
# harden: ignore=HD101 is fine
USER 10001:10001
CMD ["redis-server"]
