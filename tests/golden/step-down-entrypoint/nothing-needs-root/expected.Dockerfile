FROM debian:12
COPY server /usr/local/bin/server
COPY docker-entrypoint.sh /docker-entrypoint.sh
# The user that the program runs as, and what it writes (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \
    mkdir -p /data && \
    chown -R 10001:10001 /data
VOLUME /data
# Run as an unprivileged user (added by harden)
USER 10001:10001
ENTRYPOINT ["/docker-entrypoint.sh"]
CMD ["server", "--data", "/data"]
