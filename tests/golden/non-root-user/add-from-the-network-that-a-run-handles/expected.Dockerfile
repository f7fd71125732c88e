FROM debian:12
ADD https://example.com/releases/server.tar.gz /opt/server.tar.gz
RUN tar -C /opt -xzf /opt/server.tar.gz && rm /opt/server.tar.gz
# Run as an unprivileged user (added by harden)
RUN groupadd --gid 10001 app && \
    useradd --no-log-init --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin app
USER 10001:10001
CMD ["/opt/server/bin/server"]
