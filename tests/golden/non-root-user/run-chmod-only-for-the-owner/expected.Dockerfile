FROM debian:12
ADD https://example.com/server /usr/local/bin/server
RUN chmod 700 /usr/local/bin/server
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app && \
    chown -R 10001:10001 /usr/local/bin/server
USER 10001:10001
CMD ["server"]
